import { addCustomers, type TestPartner, type TestSystem } from "@tocsin/testkit";

export interface TestDevice {
  readonly id: number;
  readonly deviceId: string;
  readonly deviceTypeId: number;
  readonly customerId: number;
}

/** Registers a device of a new customer as the partner does, with a serial of its own; the answer. */
export async function addDevice(
  system: TestSystem,
  members: Readonly<Record<string, unknown>> = {},
  partner: TestPartner = system.partner,
): Promise<TestDevice> {
  const [customerId] = await addCustomers(system, 1, partner);
  const deviceSerial = String(system.context.random.bytes(4).readUInt32BE()).padStart(10, "0");
  const answer = await system.request({
    method: "POST",
    path: "/panic-api/v2/devices",
    token: await system.token(partner),
    body: { customerId, deviceSerial, deviceTypeId: 5, ...members },
  });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body;
}

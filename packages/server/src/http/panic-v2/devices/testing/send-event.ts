import { addSubscription, type TestPartner, type TestSystem } from "@tocsin/testkit";
import { addDevice, type TestDevice } from "./add-device.ts";

export const location = { latitude: -26.0919, longitude: 28.084, accuracy: 70 };

/** Hands over what a device sent, as a gateway does. */
export function sendEvent(
  system: TestSystem,
  { deviceId, deviceTypeId }: Pick<TestDevice, "deviceId" | "deviceTypeId">,
  members: Readonly<Record<string, unknown>>,
  headers: Readonly<Record<string, string>> = {},
) {
  const body = { device_id: deviceId, device_type_id: deviceTypeId, ...members };
  return system.request({ method: "POST", path: "/panic-api/v2/deviceEvent", body, headers });
}

/** A device of somebody with an active subscription. */
export async function addSubscribedDevice(
  system: TestSystem,
  members: Readonly<Record<string, unknown>> = {},
  partner: TestPartner = system.partner,
): Promise<TestDevice> {
  const device = await addDevice(system, members, partner);
  await addSubscription(system, { customerId: device.customerId, partner });
  return device;
}

/** A callout as its partner reads it. */
export async function readCallout(system: TestSystem, calloutId: number) {
  return (await system.request({ method: "GET", path: `/panic-api/v2/callouts/${calloutId}` })).body;
}

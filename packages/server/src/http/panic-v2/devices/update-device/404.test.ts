import { addCustomers, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { addDevice } from "../testing/add-device.ts";

const system = useSystem();
const update = (body: unknown) => system.request({ method: "PUT", path: "/panic-api/v2/devices", body });

test("no such device, another tenant's, one that was deleted: the same words", async () => {
  const [customerId] = await addCustomers(system, 1);
  const theirs = await addDevice(system, {}, system.otherPartner);
  const gone = await addDevice(system);
  await system.request({ method: "DELETE", path: `/panic-api/v2/devices/${gone.deviceId}` });
  for (const deviceSerial of ["000000", theirs.deviceId, gone.deviceId]) {
    const answer = await update({ customerId, deviceSerial });
    expect(answer).toMatchObject({
      status: 404,
      body: { message: `Device "${deviceSerial}" was not found.` },
    });
  }
  for (const id of [theirs.id, gone.id])
    expect((await update({ customerId, deviceId: id })).status).toBe(404);
});

test("a customer of another tenant, whoever has the device", async () => {
  const { deviceId } = await addDevice(system);
  const [customerId] = await addCustomers(system, 1, system.otherPartner);
  const answer = await update({ customerId, deviceSerial: deviceId });
  expect(answer).toMatchObject({ status: 404, body: { message: `Customer ${customerId} was not found.` } });
});

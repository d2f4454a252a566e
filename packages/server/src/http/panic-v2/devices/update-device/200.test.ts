import { addCustomers, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { addDevice } from "../testing/add-device.ts";

const system = useSystem();
const update = (body: unknown) => system.request({ method: "PUT", path: "/panic-api/v2/devices", body });

test("what is absent stays as it was", async () => {
  const defaultLocation = { latitude: 1, longitude: 2, accuracy: 3 };
  const made = await addDevice(system, { deviceAlias: "Bedside", firmwareVersion: "1", defaultLocation });
  system.clock.advance({ minutes: 1 });
  const { status, body } = await update({
    customerId: made.customerId,
    deviceSerial: made.deviceId,
    firmwareVersion: "2",
  });
  const updatedAt = system.clock.now().toString({ fractionalSecondDigits: 3 });
  const { message: _message, device: _device, ...before } = { message: "", device: {}, ...made };
  const device = { ...before, firmwareVersion: "2", updatedAt };
  expect(status).toBe(200);
  expect(body).toEqual({ ...device, message: "Device updated.", device });
});

test("everything that may change, found by its id or in another case of letters", async () => {
  const made = await addDevice(system, { deviceSerial: "AB12", deviceTypeId: 4 });
  const change = { customerId: made.customerId, deviceAlias: "Hall", deviceType: "GENERIC" };
  expect((await update({ ...change, deviceId: "ab12" })).body).toMatchObject({
    alias: "Hall",
    deviceTypeId: 1,
  });
  expect((await update({ ...change, deviceId: made.id, deviceAlias: "Door" })).body).toMatchObject({
    id: made.id,
    deviceSerial: "AB12",
    alias: "Door",
  });
});

test("handed to another customer it keeps nothing of where it was", async () => {
  const made = await addDevice(system, { defaultLocation: { latitude: 1, longitude: 2 } });
  const [customerId] = await addCustomers(system, 1);
  const { body } = await update({ customerId, deviceSerial: made.deviceId });
  expect(body).toMatchObject({ customerId, defaultLocation: null });
});

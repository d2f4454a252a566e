import { addCustomers, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();
const create = (body: unknown) => system.request({ method: "POST", path: "/panic-api/v2/devices", body });

test("flat members beside the envelope, member by member", async () => {
  const [customerId] = await addCustomers(system, 1);
  const { status, body } = await create({
    customerId,
    deviceSerial: "26217939",
    deviceSupplier: "Buttons & Co",
    deviceAlias: "Bedside",
    deviceTypeId: 5,
    firmwareVersion: "2.1",
    defaultLocation: { latitude: -26.0919, longitude: 28.084 },
  });
  const device = {
    id: expect.any(Number),
    customerId,
    customerSourceId: system.partner.customerSourceId,
    deviceId: "26217939",
    deviceSerial: "26217939",
    alias: "Bedside",
    deviceTypeId: 5,
    firmwareVersion: "2.1",
    defaultLocation: { latitude: -26.0919, longitude: 28.084, accuracy: null },
    healthCheckLastReceivedDate: null,
    batteryLevel: null,
    batteryLevelLastReceivedDate: null,
    createdAt: "2026-01-15T08:00:00.000Z",
    updatedAt: "2026-01-15T08:00:00.000Z",
  };
  expect(status).toBe(201);
  expect(body).toEqual({ ...device, message: "Device created.", device });
});

test("the older name of the serial, a number for it, and the type by its name", async () => {
  const [customerId] = await addCustomers(system, 1);
  const { body } = await create({ customerId, deviceId: 70012345, deviceType: "panic_button" });
  expect(body).toMatchObject({ deviceId: "70012345", deviceTypeId: 5, alias: null, defaultLocation: null });
});

test("without a type it is a generic one; the id is given before the name", async () => {
  const [customerId] = await addCustomers(system, 1);
  expect((await create({ customerId, deviceSerial: "any.thing:1" })).body.deviceTypeId).toBe(1);
  const both = { customerId, deviceSerial: "70012346", deviceTypeId: 5, deviceType: "GENERIC" };
  expect((await create(both)).body.deviceTypeId).toBe(5);
});

test("two tenants may have devices of one serial", async () => {
  for (const partner of [system.partner, system.otherPartner]) {
    const [customerId] = await addCustomers(system, 1, partner);
    const token = await system.token(partner);
    const body = { customerId, deviceSerial: "shared-1" };
    const answer = await system.request({ method: "POST", path: "/panic-api/v2/devices", token, body });
    expect(answer.status).toBe(201);
  }
});

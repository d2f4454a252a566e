import { addCustomers, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { addDevice } from "../testing/add-device.ts";

const system = useSystem();
const create = (body: unknown) => system.request({ method: "POST", path: "/panic-api/v2/devices", body });

test("a live device has the serial, whatever the case of its letters; once it is deleted the serial is free", async () => {
  const { deviceId } = await addDevice(system, { deviceSerial: "70B3D57ED0051234", deviceTypeId: 2 });
  const [customerId] = await addCustomers(system, 1);
  const again = { customerId, deviceSerial: deviceId.toLowerCase(), deviceTypeId: 2 };
  expect(await create(again)).toMatchObject({
    status: 409,
    headers: { "x-error-code": "device-serial-taken" },
    body: {
      message:
        'Another device has the serial "70b3d57ed0051234". Change that one with PUT, or delete it first.',
    },
  });
  await system.request({ method: "DELETE", path: `/panic-api/v2/devices/${deviceId}` });
  expect((await create(again)).status).toBe(201);
});

test("of many who register one serial at once, one does", async () => {
  const customers = await addCustomers(system, 8);
  const answers = await Promise.all(
    customers.map((customerId) => create({ customerId, deviceSerial: "at-once" })),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, ...Array(7).fill(409)]);
});

import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { addDevice } from "../testing/add-device.ts";

const system = useSystem();
const remove = (name: string | number) =>
  system.request({ method: "DELETE", path: `/panic-api/v2/devices/${name}` });

test("by what answers call it: its serial, percent-encoded and in any case, or its id", async () => {
  const one = await addDevice(system, { deviceSerial: "AA:01", deviceTypeId: 1 });
  expect(await remove(encodeURIComponent("aa:01"))).toMatchObject({
    status: 200,
    body: { message: "Device deleted." },
  });
  const two = await addDevice(system);
  expect((await remove(two.id)).status).toBe(200);
  for (const name of [one.id, two.deviceId]) expect((await remove(name)).status).toBe(404);
});

import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { addDevice } from "../testing/add-device.ts";

const system = useSystem();
const update = (body: unknown) => system.request({ method: "PUT", path: "/panic-api/v2/devices", body });

test("the members of a registration, all named", async () => {
  const { body } = await update({ deviceAlias: 1, defaultLocation: [] });
  expect(body.errors.map((each: { field: string }) => each.field)).toEqual([
    "customerId",
    "deviceAlias",
    "defaultLocation",
    "deviceSerial",
  ]);
});

test("a type that there is not, beside the rest", async () => {
  const { body } = await update({ deviceAlias: 1, deviceType: "TOASTER", deviceSerial: "1" });
  expect(body.errors.map((each: { field: string }) => each.field).toSorted()).toEqual([
    "customerId",
    "deviceAlias",
    "deviceType",
  ]);
});

test("a type whose devices have other serials, or none that there is: nothing changes", async () => {
  const made = await addDevice(system);
  const change = { customerId: made.customerId, deviceSerial: made.deviceId, deviceAlias: "New" };
  for (const type of [{ deviceType: "LORA_BUTTON" }, { deviceTypeId: 99 }])
    expect((await update({ ...change, ...type })).status).toBe(400);
  const { deviceAlias: _alias, ...same } = change;
  expect((await update(same)).body).toMatchObject({ alias: null, deviceTypeId: 5 });
});

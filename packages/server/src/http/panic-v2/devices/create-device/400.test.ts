import { addCustomers, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();
const create = (body: unknown) => system.request({ method: "POST", path: "/panic-api/v2/devices", body });
const right = { customerId: 1, deviceSerial: "26217939" };

test.each([
  ["nothing", {}, ["customerId", "deviceSerial"]],
  ["an empty serial", { customerId: 1, deviceSerial: "" }, ["deviceSerial"]],
  ["a blank serial", { customerId: 1, deviceSerial: " " }, ["deviceSerial"]],
  ["a serial that is no whole number", { customerId: 1, deviceSerial: 1.5 }, ["deviceSerial"]],
  ["text for ids", { ...right, customerId: "1", deviceTypeId: "5" }, ["customerId", "deviceTypeId"]],
  [
    "a place that is none",
    { ...right, defaultLocation: { latitude: 91 } },
    ["defaultLocation.latitude", "defaultLocation.longitude"],
  ],
  ["no body", undefined, ["body"]],
  [
    "a type that there is not, beside all else",
    { customerId: "1", deviceSerial: 1.5, deviceAlias: 5, deviceTypeId: 77 },
    ["deviceTypeId", "customerId", "deviceSerial", "deviceAlias"],
  ],
  [
    "a serial that devices of its type do not have, beside another member",
    { customerId: 1, deviceId: "12AB", deviceType: "PANIC_BUTTON", deviceAlias: 5 },
    ["deviceSerial", "deviceAlias"],
  ],
])("%s", async (_title, body, fields) => {
  const answer = await create(body);
  expect(answer.status).toBe(400);
  expect(answer.body.errors.map((each: { field: string }) => each.field)).toEqual(fields);
});

test.each([
  [{ deviceTypeId: 5 }, "12AB", "deviceSerial must match [0-9]{6,12}, as those of PANIC_BUTTON devices do"],
  [
    { deviceType: "LORA_BUTTON" },
    "70B3D57ED005",
    "deviceSerial must match [0-9A-F]{16}, as those of LORA_BUTTON devices do",
  ],
  [{}, "no spaces", "deviceSerial must match [A-Z0-9._:-]{1,64}, as those of GENERIC devices do"],
  [{}, "9000000000001", "deviceSerial must not be a number that devices have as their id here"],
  [{ deviceTypeId: 77 }, "1", "deviceTypeId must be a device type that there is"],
  [{ deviceType: "TOASTER" }, "1", "deviceType must be a device type that there is"],
])("%j has no serial %s", async (type, deviceSerial, message) => {
  const [customerId] = await addCustomers(system, 1);
  const answer = await create({ customerId, deviceSerial, ...type });
  expect(answer).toMatchObject({ status: 400, body: { message } });
});

test("a type whose alarms could not be raised is refused now and not when one comes in", async () => {
  const [customerId] = await addCustomers(system, 1, system.otherPartner);
  await system.context.db.query({
    text: `update customer_source set policies = '{"responseTypes": [2]}' where id = $1`,
    values: [system.otherPartner.customerSourceId],
  });
  system.context.partners.forget();
  const token = await system.token(system.otherPartner);
  const body = { customerId, deviceSerial: "26217939", deviceTypeId: 5 };
  const answer = await system.request({ method: "POST", path: "/panic-api/v2/devices", token, body });
  expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: "deviceTypeId" }] } });
  expect(answer.body.message).toContain("no defaultResponseTypeId");
});

import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { addSubscribedDevice, location, sendEvent } from "../testing/send-event.ts";

const system = useSystem();
const send = (body: unknown) => system.request({ method: "POST", path: "/panic-api/v2/deviceEvent", body });
const fieldsOf = ({ body }: Awaited<ReturnType<typeof send>>) =>
  body.errors.map((each: { field: string }) => each.field);

test.each([
  ["nothing", {}, ["device_id", "device_type_id"]],
  ["a blank device", { device_id: " ", device_type_id: 5 }, ["device_id"]],
  ["text for a type", { device_id: 1, device_type_id: "5" }, ["device_type_id"]],
  [
    "a message type that is neither number nor text",
    { device_id: 1, device_type_id: 5, message_type: {} },
    ["message_type"],
  ],
  ["a payload that is no text", { device_id: 1, device_type_id: 5, payload_hex: 12 }, ["payload_hex"]],
  ["no body", undefined, ["body"]],
])("%s", async (_title, body, fields) => {
  const answer = await send(body);
  expect(answer.status).toBe(400);
  expect(fieldsOf(answer)).toEqual(fields);
});

test("another type than the device was registered with: nothing is raised", async () => {
  const device = await addSubscribedDevice(system);
  const answer = await sendEvent(system, { ...device, deviceTypeId: 1 }, { message_type: 1, location });
  expect(answer).toMatchObject({
    status: 400,
    body: { message: "device_type_id must be 5, the type that the device was registered with" },
  });
});

test.each([
  [{}, ["message_type"]],
  [{ message_type: 6 }, ["message_type"]],
  [{ message_type: "1" }, ["message_type"]],
  [{ message_type: 2 }, ["location"]],
  [{ message_type: 2, location: { latitude: 91, longitude: 0 } }, ["location"]],
  [{ message_type: 4, battery_level: "12" }, ["battery_level"]],
])("a message that nothing can be done with: %j", async (message, fields) => {
  const answer = await sendEvent(system, await addSubscribedDevice(system), message);
  expect(answer.status).toBe(400);
  expect(fieldsOf(answer)).toEqual(fields);
});

test.each(["0", "", "zz", "00"])("a payload in which nobody finds an event: %j", async (payload) => {
  const deviceSerial = system.context.random.bytes(8).toString("hex");
  const device = await addSubscribedDevice(system, { deviceSerial, deviceTypeId: 2 });
  const answer = await sendEvent(system, device, { payload_hex: payload });
  expect(answer.status).toBe(400);
  expect(fieldsOf(answer)).toEqual([payload === "" ? "message_type" : "payload_hex"]);
});

test("an alarm from nowhere: nobody could be sent", async () => {
  const answer = await sendEvent(system, await addSubscribedDevice(system), { message_type: 1 });
  expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: "location" }] } });
});

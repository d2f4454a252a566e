import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { addSubscribedDevice, location, sendEvent } from "../testing/send-event.ts";

const system = useSystem();

test("there is nothing of the device's own to take back", async () => {
  const device = await addSubscribedDevice(system);
  const raised = await system.request({
    method: "POST",
    path: `/panic-api/v2/customers/${device.customerId}/callouts`,
    body: { responseTypeId: 1, location },
  });
  await sendEvent(system, device, { message_type: 1, location });
  expect(await sendEvent(system, device, { message_type: 3 })).toMatchObject({
    status: 409,
    headers: { "x-error-code": "callout-state" },
  });
  const { body } = await system.request({ method: "GET", path: `/panic-api/v2/callouts/${raised.body.id}` });
  expect(body.status).toBe("created");
});

test("somebody asked for help by other means since; the device's own repeats do not count", async () => {
  const device = await addSubscribedDevice(system);
  const { body } = await sendEvent(system, device, { message_type: 1, location });
  const { calloutId } = body.resolvedAuraEvent.eventResponse;
  await sendEvent(system, device, { message_type: 1, location });
  await system.request({
    method: "POST",
    path: `/panic-api/v2/customers/${device.customerId}/callouts`,
    body: { responseTypeId: 1, location },
  });
  expect(await sendEvent(system, device, { message_type: 3 })).toMatchObject({
    status: 409,
    headers: { "x-error-code": "callout-state" },
    body: { message: expect.stringContaining("Somebody else has asked for help") },
  });
  const after = await system.request({ method: "GET", path: `/panic-api/v2/callouts/${calloutId}` });
  expect(after.body.status).toBe("created");
});

test("its callout is closed", async () => {
  const device = await addSubscribedDevice(system);
  const { body } = await sendEvent(system, device, { message_type: 1, location });
  const { calloutId } = body.resolvedAuraEvent.eventResponse;
  await system.request({ method: "POST", path: `/panic-api/v2/callouts/${calloutId}/dismiss`, body: {} });
  expect((await sendEvent(system, device, { message_type: 3 })).status).toBe(409);
});

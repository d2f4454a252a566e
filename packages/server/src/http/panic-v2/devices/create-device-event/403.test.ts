import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { addDevice } from "../testing/add-device.ts";
import { location, sendEvent } from "../testing/send-event.ts";

const system = useSystem();

test("an alarm of somebody without an active subscription, as when it is raised otherwise; what it says of itself is kept", async () => {
  const device = await addDevice(system);
  const answer = await sendEvent(system, device, { message_type: 1, location, battery_level: 40 });
  const otherwise = await system.request({
    method: "POST",
    path: `/panic-api/v2/customers/${device.customerId}/callouts`,
    body: { responseTypeId: 1, location },
  });
  expect(answer).toMatchObject({ status: 403, headers: { "x-error-code": "subscription-required" } });
  expect(answer.body).toEqual(otherwise.body);
  const body = { customerId: device.customerId, deviceSerial: device.deviceId };
  const { body: kept } = await system.request({ method: "PUT", path: "/panic-api/v2/devices", body });
  expect(kept.batteryLevel).toBe(40);
});

import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { addSubscribedDevice, location, sendEvent } from "../testing/send-event.ts";

const system = useSystem();

test("no such device, another tenant's, one that was deleted: the same words, and nothing is raised", async () => {
  const theirs = await addSubscribedDevice(system, {}, system.otherPartner);
  const gone = await addSubscribedDevice(system);
  await system.request({ method: "DELETE", path: `/panic-api/v2/devices/${gone.deviceId}` });
  for (const name of ["000000", theirs.deviceId, gone.deviceId, String(theirs.id)]) {
    const answer = await sendEvent(
      system,
      { deviceId: name, deviceTypeId: 5 },
      { message_type: 1, location },
    );
    expect(answer).toMatchObject({ status: 404, body: { message: `Device "${name}" was not found.` } });
  }
  const { body } = await system.request({ method: "GET", path: "/panic-api/v2/callouts/activeCallouts" });
  expect(body).toEqual([]);
});

test("a device goes with its customer: an alarm of somebody who is gone", async () => {
  const device = await addSubscribedDevice(system);
  await system.request({ method: "POST", path: `/panic-api/v2/customers/${device.customerId}/delete` });
  const answer = await sendEvent(system, device, { message_type: 1, location });
  expect(answer).toMatchObject({
    status: 404,
    body: { message: `Device "${device.deviceId}" was not found.` },
  });
});

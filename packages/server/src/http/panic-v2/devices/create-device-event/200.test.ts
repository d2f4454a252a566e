import { addSubscription, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { addDevice } from "../testing/add-device.ts";
import { addSubscribedDevice, location, readCallout, sendEvent } from "../testing/send-event.ts";

const system = useSystem();
const response = (answer: Awaited<ReturnType<typeof sendEvent>>) =>
  answer.body.resolvedAuraEvent.eventResponse;
/** What a device says of itself reads back in the answer to a change. */
async function readDevice({ customerId, deviceId }: { customerId: number; deviceId: string }) {
  const body = { customerId, deviceSerial: deviceId };
  return (await system.request({ method: "PUT", path: "/panic-api/v2/devices", body })).body;
}

describe("an alarm", () => {
  test("the published example, member by member", async () => {
    const { customerId } = await addSubscribedDevice(system, { deviceSerial: "26217939" });
    const message = { location, device_id: 26217939, device_type_id: 5, message_type: 1, extra: { a: [1] } };
    const answer = await system.request({ method: "POST", path: "/panic-api/v2/deviceEvent", body: message });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      message: "Event successfully processed...",
      input: message,
      resolvedAuraEvent: {
        eventTypes: "NEW_CALLOUT",
        eventResponse: { calloutId: expect.any(Number), deviceId: 26217939 },
      },
    });
    expect(await readCallout(system, response(answer).calloutId)).toMatchObject({
      customerId,
      status: "created",
      latitude: location.latitude,
      longitude: location.longitude,
      responseTypeId: 1,
      calloutClassificationId: 1,
    });
  });

  test("pressed again, and pressed on another device of theirs, is the callout that runs", async () => {
    const device = await addSubscribedDevice(system);
    const other = await addDevice(system, { customerId: device.customerId });
    const first = await sendEvent(system, device, { message_type: 1, location });
    for (const each of [device, other]) {
      const again = await sendEvent(system, each, { message_type: 1, location });
      expect(response(again).calloutId).toBe(response(first).calloutId);
    }
    const { body } = await system.request({
      method: "GET",
      path: `/panic-api/v2/customers/${device.customerId}/callouts`,
    });
    expect(body).toHaveLength(1);
  });

  test("by the id that answers give the device, and in any case of letters", async () => {
    const device = await addSubscribedDevice(system, { deviceSerial: "AB12CD", deviceTypeId: 4 });
    for (const name of [device.id, "ab12cd"])
      expect(
        (await sendEvent(system, { ...device, deviceId: name as string }, { event_code: "E120", location }))
          .status,
      ).toBe(200);
  });

  test("without a place: where the device last was, else at its default location", async () => {
    const wall = await addSubscribedDevice(system, { defaultLocation: { latitude: 1, longitude: 2 } });
    const atHome = await sendEvent(system, wall, { message_type: 1 });
    expect(await readCallout(system, response(atHome).calloutId)).toMatchObject({
      latitude: 1,
      longitude: 2,
    });
    const pendant = await addSubscribedDevice(system, { defaultLocation: { latitude: 1, longitude: 2 } });
    await sendEvent(system, pendant, { message_type: 5, location });
    const onTheWay = await sendEvent(system, pendant, { message_type: 1, location: { latitude: 91 } });
    expect(await readCallout(system, response(onTheWay).calloutId)).toMatchObject({
      latitude: location.latitude,
      longitude: location.longitude,
    });
  });

  test("asks for the tenant's default response type before the template's", async () => {
    const values = [system.partner.customerSourceId];
    const set = (policies: string) =>
      system.context.db.query({
        text: `update customer_source set policies = '${policies}' where id = $1`,
        values,
      });
    await set('{"defaultResponseTypeId": 2}');
    system.context.partners.forget();
    const device = await addSubscribedDevice(system);
    const answer = await sendEvent(system, device, { message_type: 1, location });
    expect((await readCallout(system, response(answer).calloutId)).responseTypeId).toBe(2);
    await set("{}");
    system.context.partners.forget();
  });

  test("in a payload that is cut short, beside a battery that is none", async () => {
    const device = await addSubscribedDevice(system, { deviceSerial: "70B3D57ED0051234", deviceTypeId: 2 });
    const answer = await sendEvent(system, device, { payload_hex: "01c", battery_level: "full", location });
    expect(answer.body.resolvedAuraEvent).toMatchObject({
      eventTypes: "NEW_CALLOUT",
      eventResponse: { calloutId: expect.any(Number) },
    });
  });

  test("under an Idempotency-Key is answered again with the same callout", async () => {
    const device = await addSubscribedDevice(system);
    const headers = { "idempotency-key": "press-1" };
    const [first, again] = [
      await sendEvent(system, device, { message_type: 1, location }, headers),
      await sendEvent(system, device, { message_type: 1, location }, headers),
    ];
    expect(again?.text).toBe(first?.text);
    expect(
      (await sendEvent(system, device, { message_type: 3 })).body.resolvedAuraEvent.eventResponse,
    ).toEqual(response(first as never));
  });

  test("of many at once is one callout", async () => {
    const device = await addSubscribedDevice(system);
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => sendEvent(system, device, { message_type: 1, location })),
    );
    expect(new Set(answers.map((each) => response(each).calloutId)).size).toBe(1);
  });
});

describe("a position", () => {
  test("is kept, and moves the callout that the device opened", async () => {
    const device = await addSubscribedDevice(system);
    const { calloutId } = response(await sendEvent(system, device, { message_type: 1, location }));
    const there = { latitude: -26.2, longitude: 28.1 };
    const moved = await sendEvent(system, device, { message_type: 2, location: there });
    expect(moved.body.resolvedAuraEvent).toEqual({
      eventTypes: "LOCATION_UPDATE",
      eventResponse: { calloutId, deviceId: device.deviceId },
    });
    expect(await readCallout(system, calloutId)).toMatchObject(there);
  });

  test("moves nothing else: no callout that the person raised otherwise, none that is over", async () => {
    const device = await addSubscribedDevice(system);
    const raised = await system.request({
      method: "POST",
      path: `/panic-api/v2/customers/${device.customerId}/callouts`,
      body: { responseTypeId: 1, location: { latitude: 1, longitude: 2 } },
    });
    await sendEvent(system, device, { message_type: 1, location: { latitude: 1, longitude: 2 } });
    const moved = await sendEvent(system, device, { message_type: 2, location });
    expect(response(moved)).toEqual({ deviceId: device.deviceId });
    expect(await readCallout(system, raised.body.id)).toMatchObject({ latitude: 1, longitude: 2 });
  });
});

describe("an alarm taken back", () => {
  test("cancels the callout that the device opened; again, it is cancelled still", async () => {
    const device = await addSubscribedDevice(system);
    const { calloutId } = response(await sendEvent(system, device, { message_type: 1, location }));
    await Promise.all([1, 2, 3].map(() => sendEvent(system, device, { message_type: 1, location })));
    for (let times = 0; times < 2; times++)
      expect((await sendEvent(system, device, { message_type: 3 })).body.resolvedAuraEvent).toEqual({
        eventTypes: "CANCEL_CALLOUT",
        eventResponse: { calloutId, deviceId: device.deviceId },
      });
    expect((await readCallout(system, calloutId)).status).toBe("Responder Cancelled");
  });

  test("by whoever forces the person: it looks cancelled, and help goes on", async () => {
    const device = await addDevice(system);
    await system.context.db.query({
      text: "update customer set mobile = '+27825550142' where id = $1",
      values: [device.customerId],
    });
    await addSubscription(system, { customerId: device.customerId });
    const { calloutId } = response(await sendEvent(system, device, { message_type: 1, location }));
    const path = `/panic-api/v2/callouts/${calloutId}/cancel`;
    await system.request({ method: "POST", path, body: { safeCode: "0000" } });
    expect((await sendEvent(system, device, { message_type: 3 })).status).toBe(200);
    expect((await readCallout(system, calloutId)).status).toBe("created");
  });
});

describe("what a device says of itself", () => {
  test("battery and health, each when it was said", async () => {
    const device = await addDevice(system);
    const now = () => system.clock.now().toString({ fractionalSecondDigits: 3 });
    const batteryAt = now();
    const battery = await sendEvent(system, device, { message_type: 4, battery_level: 12.5 });
    expect(battery.body.resolvedAuraEvent).toEqual({
      eventTypes: "BATTERY",
      eventResponse: { deviceId: device.deviceId },
    });
    system.clock.advance({ minutes: 1 });
    await sendEvent(system, device, { message_type: 5 });
    expect(await readDevice(device)).toMatchObject({
      batteryLevel: 12.5,
      batteryLevelLastReceivedDate: batteryAt,
      healthCheckLastReceivedDate: now(),
    });
  });

  test("several events in one message of a template's", async () => {
    const device = await addDevice(system, { deviceSerial: "70B3D57ED0055678", deviceTypeId: 2 });
    const { body } = await sendEvent(system, device, { payload_hex: "0464" });
    expect(body.resolvedAuraEvent.eventTypes).toBe("BATTERY,HEALTH_CHECK");
    expect(await readDevice(device)).toMatchObject({
      batteryLevel: 50,
      healthCheckLastReceivedDate: expect.any(String),
    });
  });

  test("a type of the tenant's own", async () => {
    const { setDeviceType } = await import("../../../../devices/index.ts");
    const template = {
      serialPattern: "DB-[0-9]{4}",
      responseTypeId: 2,
      members: { button: { path: "report.button" } },
      events: [{ when: { button: "panic" }, events: ["NEW_CALLOUT"] }],
    };
    await setDeviceType(system.context, "acme", "DOORBELL", template);
    const device = await addSubscribedDevice(system, {
      deviceSerial: "DB-0001",
      deviceTypeId: undefined,
      deviceType: "doorbell",
    });
    const answer = await sendEvent(system, device, { report: { button: "panic" }, location });
    expect((await readCallout(system, response(answer).calloutId)).responseTypeId).toBe(2);
  });
});

import { deviceEventProcessed, deviceEventRequest } from "@tocsin/wire";
import { receiveDeviceEvent } from "../../../../devices/index.ts";
import { operation } from "../../../route.ts";

export const createDeviceEvent = operation({
  method: "POST",
  path: "/panic-api/v2/deviceEvent",
  operationId: "create-device-event",
  summary: "Hand over what a device sent",
  description:
    "An alarm is raised for the device's customer: where the message says, else where the device last was, else at its " +
    "defaultLocation. One that can't be raised is never answered 200. What a device says of its place and battery is kept with " +
    "whatever message it comes.",
  tag: "Devices",
  access: "server",
  body: deviceEventRequest,
  answers: { 200: deviceEventProcessed },
  errors: ["not-found", "subscription-required", "callout-state"],
  async handle({ context, caller, body, db, keyed }) {
    const { device_id: deviceId, device_type_id: deviceTypeId } = body;
    const request = { deviceName: String(deviceId), deviceTypeId, message: body };
    const { events, calloutId } = await receiveDeviceEvent(
      { ...context, db, keyed },
      caller.partner,
      request,
    );
    const eventResponse = { ...(calloutId === null ? {} : { calloutId }), deviceId };
    return {
      status: 200,
      body: {
        message: "Event successfully processed...",
        input: body,
        resolvedAuraEvent: { eventTypes: events.join(","), eventResponse },
      },
    };
  },
});

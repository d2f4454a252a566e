import { z } from "zod";
import { id, integer, optional, text } from "../scalars.ts";
import { deviceName } from "./devices.ts";

/**
 * Body of POST /deviceEvent; every member beside these is kept, since the device type's template may read it. What says where and
 * how full it is is not judged here: an alarm counts even when the rest of its message makes no sense.
 */
export const deviceEventRequest = z
  .looseObject({
    device_id: deviceName.describe("What the device calls itself: the serial it was registered with."),
    device_type_id: id.describe("The type it was registered with."),
    message_type: optional(z.union([integer, text(64)], { error: "must be an integer, or text" })).describe(
      "1 NEW_CALLOUT, 2 LOCATION_UPDATE, 3 CANCEL_CALLOUT, 4 BATTERY, 5 HEALTH_CHECK; others as the device type says.",
    ),
    location: z
      .unknown()
      .optional()
      .describe("`{latitude, longitude, accuracy?}`, decimal degrees and metres."),
    battery_level: z.unknown().optional().describe("Percent."),
    payload_hex: optional(text(8192)).describe(
      "Two digits for each byte; the device type says what they mean.",
    ),
  })
  .meta({ id: "DeviceEvent" });

/** 200 of POST /deviceEvent. */
export const deviceEventProcessed = z
  .object({
    message: z.string(),
    input: z.record(z.string(), z.unknown()).describe("What was sent."),
    resolvedAuraEvent: z.object({
      eventTypes: z.string().describe("What the message meant; several are joined by commas."),
      eventResponse: z.object({
        calloutId: z.int().optional().describe("The callout that was raised, added to, moved or cancelled."),
        deviceId: z.union([z.int(), z.string()]).describe("As it was sent."),
      }),
    }),
  })
  .meta({ id: "DeviceEventProcessed" });

import { z } from "zod";
import { instant, optional, text } from "../scalars.ts";
import { visit } from "../scheduled/visits.ts";
import { controlCallout, timelineEntry } from "./callouts.ts";
import { controlResponder } from "./responders.ts";

/** Query of every stream. */
export const streamQuery = z.object({
  lastEventId: optional(text(60)).describe(
    "The id of the last event seen, for clients that cannot send the header Last-Event-ID. The header counts when both are sent.",
  ),
});

const calloutEvent = timelineEntry.omit({ hash: true }).extend({
  calloutId: z.int(),
  row: controlCallout.describe(
    "The callout as it is when this is sent; it may be ahead of the entry, never behind it.",
  ),
});

const visitEvent = z.object({
  visitId: z.int(),
  at: instant,
  actor: timelineEntry.shape.actor,
  kind: z.string().describe("planned, assigned, taken, arrived, completed, missed or cancelled."),
  body: z.record(z.string(), z.unknown()),
  visit: visit.describe(
    "The visit as it is when this is sent; it may be ahead of the entry, never behind it.",
  ),
});

/** Event name → its data, of GET /control/v1/stream. */
export const controlStreamEvents = {
  callout: calloutEvent,
  /** About a callout, with its `row`; or about a visit that was missed, with the `visit`. */
  alarm: z.discriminatedUnion("alarm", [
    calloutEvent.extend({
      alarm: z.enum([
        "unattended",
        "duress",
        "typeDiffers",
        "responderAborted",
        "responderSilent",
        "responderStalled",
        "onSceneTooLong",
      ]),
    }),
    visitEvent.extend({ alarm: z.literal("visitMissed") }),
  ]),
  visit: visitEvent,
  responder: controlResponder.extend({
    position: z
      .object({
        latitude: z.number(),
        longitude: z.number(),
        accuracy: z.number().nullable(),
        speed: z.number().nullable(),
        heading: z.number().nullable(),
        recordedAt: instant,
      })
      .nullable(),
  }),
  heartbeat: z.object({ at: instant }),
};
export type ControlStreamEvents = {
  [Name in keyof typeof controlStreamEvents]: z.infer<(typeof controlStreamEvents)[Name]>;
};

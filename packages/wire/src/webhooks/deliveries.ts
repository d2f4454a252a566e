import { z } from "zod";
import { pageCursor, pageLimit } from "../paging.ts";
import { id, instant, moment, optional, pathId } from "../scalars.ts";
import { webhookEvents } from "./events.ts";

const states = ["pending", "delivered", "dead", "dropped"] as const;

/** Beside the events of the contract, what POST /notifiers/webhooks/test sends. */
const loggedEvents = [...webhookEvents, "TEST"] as const;

const state = z
  .enum(states, { error: `must be one of ${states.join(", ")}` })
  .describe(
    "pending: tried until it arrives; delivered; dead: given up after three days; dropped: its webhook was deleted.",
  );
const event = z.enum(loggedEvents, {
  error: `must be the name of an event; there are ${loggedEvents.join(", ")}`,
});

export const deliveryParams = z.object({ id: pathId });

export const listDeliveriesQuery = z.object({
  limit: optional(pageLimit).describe("100 by default."),
  cursor: optional(pageCursor),
  state: optional(state),
  event: optional(event),
  calloutId: optional(pathId),
  from: optional(moment).describe("Events that happened then or later."),
  to: optional(moment).describe("Events that happened before."),
});

const deliveryMembers = {
  id: z.int(),
  webhookId: z.string().describe("The header of that name: the same over retries and replays."),
  event: z.string(),
  calloutId: z.int().nullable(),
  customerId: z.int().nullable(),
  subscriptionId: z.int().nullable(),
  sequence: z.int().describe("The header webhook-sequence: counts up for each callout."),
  state,
  happenedAt: instant.describe("When what it tells of happened."),
  attemptCount: z.int(),
  lastAttemptAt: instant.nullable(),
  lastStatus: z.int().nullable().describe("Of the last answer; null when there was none."),
  lastFailure: z.string().nullable().describe("Why the last try failed; null when it did not."),
  nextAttemptAt: instant
    .nullable()
    .describe("Null when it is not pending, and while it waits behind an earlier event of its callout."),
  endedAt: instant.nullable().describe("When it arrived, was given up or was dropped."),
};

const webhookDelivery = z.object(deliveryMembers).meta({ id: "WebhookDelivery" });
export type WebhookDelivery = z.infer<typeof webhookDelivery>;

/** The newest first. */
export const webhookDeliveryList = z.array(webhookDelivery);

/** 200 of GET /notifiers/webhooks/deliveries/:id. */
export const webhookDeliveryRead = z
  .object({
    ...deliveryMembers,
    message: z.string(),
    delivery: webhookDelivery,
    attempts: z
      .array(
        z.object({
          number: z.int(),
          at: instant,
          milliseconds: z.int(),
          status: z.int().nullable(),
          failure: z
            .string()
            .nullable()
            .describe(
              "Null: delivered. status: answered, but not 2xx; redirect; timeout: no whole answer within 10 s; dns; connect; tls; " +
                "closed-early; protocol: no HTTP; address-refused: where nobody may send us; unsendable.",
            ),
          reason: z
            .string()
            .nullable()
            .describe("In words, why it failed, and that the answer was longer than 64 KiB; null: nothing."),
          answer: z.string().nullable().describe("The first KiB."),
        }),
      )
      .describe("The newest first; the last hundred."),
  })
  .meta({ id: "WebhookDeliveryRead" });
export type WebhookDeliveryRead = z.infer<typeof webhookDeliveryRead>;

/** 200 of POST …/deliveries/:id/replay, 201 of POST …/test. */
export const webhookDeliveryAnswer = z
  .object({ message: z.string(), delivery: webhookDelivery })
  .meta({ id: "WebhookDeliveryAnswer" });

/** Body of POST /notifiers/webhooks/replay. */
export const replayWebhooksRequest = z
  .object({
    from: moment.describe("Events that happened then or later."),
    to: moment.describe("Events that happened before."),
    state: optional(
      z.enum(["delivered", "dead", "dropped"], { error: "must be one of delivered, dead, dropped" }),
    ).describe("Only those; without it all that are not pending."),
    event: optional(event),
    calloutId: optional(id),
    cursor: optional(pageCursor).describe("The nextCursor of the answer before."),
  })
  .refine(({ from, to }) => !(from instanceof Date) || !(to instanceof Date) || from < to, {
    path: ["to"],
    message: "must be later than from",
  })
  .meta({ id: "ReplayWebhooks" });

export const webhooksReplayed = z
  .object({
    message: z.string(),
    replayed: z.int(),
    nextCursor: z
      .string()
      .nullable()
      .describe("At most 10,000 are replayed at once; with this as cursor the same request goes on."),
  })
  .meta({ id: "WebhooksReplayed" });

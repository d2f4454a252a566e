import { z } from "zod";
import { besideMembers, refuseMember, required } from "../across-members.ts";
import { instant, optional, requiredText } from "../scalars.ts";

/** What an event can be: the legacy types of the API. */
export const calloutEventTypes = {
  COMMENT: 1,
  STATUS: 2,
  LOCATION: 3,
  DISPATCH: 4,
  SYSTEM: 5,
} as const;

export type CalloutEventTypeName = keyof typeof calloutEventTypes;

const longestMessage = 4096;

/** Body of POST …/events: `source` and `event`, or the older `message` alone. Read, it has the text in `message`. */
export const createCalloutEventRequest = z
  .object({
    source: optional(requiredText(128)).describe(
      "What the words come from, in a word of yours. Required with `event`.",
    ),
    event: z
      .preprocess(textOfEvent, optional(requiredText(longestMessage)))
      .describe("The text; an object with the text as its `message` is taken too."),
    message: optional(requiredText(longestMessage)).describe("Older name of `event`, without a source."),
  })
  .superRefine(({ source, event, message }, context) => {
    if (event === undefined && message === undefined)
      refuseMember(context, "event", "is required (a string; or the older `message` alone)");
    if (source === undefined && (event !== undefined || message === undefined))
      refuseMember(context, "source", "is required beside `event` (a string)");
  }, besideMembers)
  .transform(({ source, event, message }) => ({
    source: source ?? null,
    message: required(event ?? message),
  }))
  .meta({ id: "CreateCalloutEvent" });

function textOfEvent(event: unknown): unknown {
  return typeof event === "object" && event !== null && "message" in event ? event.message : event;
}

/** The words of a text that begin with `@`, each once; the `@` in an address of mail begins none. */
export function tagsOf(text: string): { id: number; tag: string }[] {
  const words = text.matchAll(/(?<![\p{L}\p{N}._%+-])@[\p{L}\p{N}_]+(?:[-.][\p{L}\p{N}_]+)*/gu);
  return [...new Set([...words].map(([word]) => word))].map((tag, index) => ({ id: index + 1, tag }));
}

const tags = z.array(z.object({ id: z.int().describe("Its place in the text, from 1."), tag: z.string() }));

/** What the event says in figures; null where it does not say it. */
const eventFacts = z.object({
  kind: z
    .string()
    .describe("raised, offerAccepted, dispatchedByHand, arrived, moved, commented, cancelled, closed, …"),
  source: z.string().nullable().describe("What a comment came from."),
  message: z.string().nullable().describe("The text of a comment."),
  responderId: z.int().nullable(),
  responderName: z.string().nullable(),
  etaSeconds: z.number().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  accuracy: z.number().nullable(),
  responseTypeId: z.int().nullable(),
  calloutClassificationId: z.int().nullable(),
  outcome: z.string().nullable(),
});

/** One line of GET …/events. */
export const calloutEvent = z
  .object({
    id: z.int(),
    calloutId: z.int(),
    calloutEventTypeId: z.int().describe("1 COMMENT, 2 STATUS, 3 LOCATION, 4 DISPATCH, 5 SYSTEM."),
    event: eventFacts,
    message: z.string().describe("What happened, in words."),
    createdBy: z.string(),
    integrationUserId: z.int().nullable(),
    createdAt: instant,
    updatedAt: instant.describe("As createdAt: what has happened does not change."),
    calloutEventType: z.object({ id: z.int(), value: z.string() }),
    calloutEventTags: tags,
    integrationUser: z.object({ id: z.int(), name: z.string() }).nullable(),
  })
  .meta({ id: "CalloutEvent" });
export type CalloutEventLine = z.infer<typeof calloutEvent>;

export const calloutEventList = z.array(calloutEvent);

/** 201 of POST …/events. */
export const calloutEventCreated = z
  .object({
    id: z.int(),
    calloutId: z.int(),
    message: z.string(),
    createdAt: instant,
    calloutEvent,
    calloutEventTags: tags,
  })
  .meta({ id: "CalloutEventCreated" });

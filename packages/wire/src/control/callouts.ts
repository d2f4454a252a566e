import { z } from "zod";
import { etaMethod } from "../eta-method.ts";
import { pageLimit } from "../paging.ts";
import { instant, optional, pathId } from "../scalars.ts";
import { queueCursor } from "./queue-cursor.ts";

export const controlCalloutParams = z.object({ calloutId: pathId });

export const listControlCalloutsQuery = z.object({
  state: z
    .enum(["open", "closed", "all"], { error: "must be open, closed or all" })
    .default("open")
    .describe(
      "open: all that is not closed, cancelled ones included; all: those, then the closed ones, newest first.",
    ),
  limit: optional(pageLimit).describe("200 by default."),
  cursor: optional(queueCursor).describe("The nextCursor of the page before."),
});

const reference = z.object({ id: z.int(), value: z.string(), description: z.string() });

const queueOffer = z.object({
  offerId: z.int(),
  responderId: z.int(),
  name: z.string(),
  etaSeconds: z.number().describe("Seconds from the offer, as measured then."),
  etaMethod,
  expiresAt: instant,
});

export const assignmentState = z.enum(["assigned", "onScene", "completed", "aborted", "stoodDown"]);

const queueAssignment = z.object({
  assignmentId: z.int(),
  responderId: z.int(),
  name: z.string(),
  state: assignmentState,
  etaSeconds: z.number().nullable().describe("Seconds from assignedAt, as measured then."),
  etaMethod: etaMethod.nullable(),
  assignedAt: instant,
});

const calloutState = z.enum([
  "awaiting",
  "offering",
  "assigned",
  "onScene",
  "completed",
  "cancelled",
  "closed",
]);

const rowMembers = {
  id: z.int(),
  state: calloutState,
  status: z.string().describe("The same as partners read it."),
  closedOutcome: z.string().nullable(),
  customerSource: z.object({ id: z.int(), name: z.string() }),
  site: z
    .object({
      id: z.int(),
      externalReferenceId: z.string(),
      name: z.string(),
      additionalInformation: z.string().nullable(),
      address: z.string().nullable(),
    })
    .nullable(),
  customer: z.object({
    id: z.int(),
    name: z.string(),
    surname: z.string(),
    mobile: z.string().nullable(),
    isHouseAccount: z.boolean(),
  }),
  responseType: reference,
  classification: reference.extend({ verified: z.boolean() }),
  internalTest: z.boolean(),
  position: z
    .object({ latitude: z.number(), longitude: z.number(), accuracy: z.number().nullable() })
    .nullable(),
  createdAt: instant,
  ageSeconds: z.number(),
  owner: z.object({ id: z.int(), name: z.string() }).nullable(),
  duress: z.boolean(),
  priority: z
    .int()
    .describe("1 medical, 2 fire, 3 security, 4 roadside; four more for what is known to be a test."),
  repeats: z.int(),
  deadline: z.object({ kind: z.string(), at: instant }).nullable().describe("The one that is due next."),
  assigned: z.array(queueAssignment).describe("Who is on the way or on scene."),
  openOffers: z.array(queueOffer),
  linked: z
    .array(z.object({ id: z.int(), state: calloutState, duress: z.boolean() }))
    .describe(
      "Active callouts of the same person or place, where this one or the other is under duress: what was raised anew does not fold into it.",
    ),
  sequence: z.int().describe("Of the newest timeline entry."),
};

/** A callout as the control room's list shows it, and as every action answers it. */
export const controlCallout = z.object(rowMembers).meta({ id: "ControlCallout" });
export type ControlCallout = z.infer<typeof controlCallout>;

export const controlCalloutList = z.object({
  callouts: z.array(controlCallout),
  nextCursor: z.string().nullable(),
});

export const timelineEntry = z
  .object({
    sequence: z.int(),
    at: instant,
    actor: z.object({ kind: z.string(), id: z.int().nullable(), name: z.string().nullable() }),
    kind: z.string(),
    body: z.record(z.string(), z.unknown()),
    hash: z.string().describe("SHA-256 over the entry and the hash before it, in hexadecimal."),
  })
  .meta({ id: "TimelineEntry" });

/** 200 of GET /control/v1/callouts/:calloutId: the row, and everything behind it. */
export const controlCalloutFile = z
  .object({
    ...rowMembers,
    timeline: z.array(timelineEntry),
    offers: z.array(
      queueOffer.extend({
        state: z.enum(["live", "accepted", "declined", "expired", "withdrawn"]),
        distanceMetres: z.number(),
        offeredAt: instant,
        endedAt: instant.nullable(),
      }),
    ),
    assignments: z.array(
      queueAssignment.extend({
        offerId: z.int().nullable(),
        byHand: z.boolean(),
        instruction: z.string().nullable(),
        arrivedAt: instant.nullable(),
        endedAt: instant.nullable(),
      }),
    ),
    decisions: z.array(
      z.object({
        sequence: z.int().describe("Of the timeline entry it led to."),
        at: instant,
        inputs: z.record(z.string(), z.unknown()).describe("Everything it was made from."),
        ranking: z
          .array(z.record(z.string(), z.unknown()))
          .describe("Each responder with what speaks against it."),
      }),
    ),
    positions: z
      .array(
        z.object({
          responderId: z.int(),
          latitude: z.number(),
          longitude: z.number(),
          accuracy: z.number().nullable(),
          recordedAt: instant,
        }),
      )
      .describe("The track of whoever was sent, a position every five seconds at most."),
  })
  .meta({ id: "ControlCalloutFile" });
export type ControlCalloutFile = z.infer<typeof controlCalloutFile>;

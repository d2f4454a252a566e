import { z } from "zod";
import { pageLimit } from "../paging.ts";
import { id, instant, optional, pathId, text } from "../scalars.ts";
import { scheduledServiceTypes } from "./answers.ts";
import { moment } from "./moment.ts";
import { serviceDetails } from "./service-details.ts";
import { visitCursor } from "./visit-cursor.ts";

export const visitParams = z.object({ visitId: pathId });

const states = ["planned", "assigned", "arrived", "completed", "missed", "cancelled"] as const;
const askedStates = ["open", ...states, "all"] as const;

/** Query of GET /control/v1/visits. */
export const listVisitsQuery = z.object({
  state: z
    .enum(askedStates, { error: `must be one of ${askedStates.join(", ")}` })
    .default("open")
    .transform((state) => {
      if (state === "all") return states;
      return state === "open" ? (["planned", "assigned", "arrived"] as const) : ([state] as const);
    })
    .describe("open: planned, assigned and arrived."),
  from: optional(moment).describe("Those that start at or after this."),
  to: optional(moment).describe("Those that start before this."),
  limit: optional(pageLimit).describe("200 by default."),
  cursor: optional(visitCursor).describe("The nextCursor of the page before."),
});

const nullableInstants = {
  assignedAt: instant.nullable(),
  arrivedAt: instant.nullable(),
  completedAt: instant.nullable(),
  missedAt: instant.nullable(),
  cancelledAt: instant.nullable(),
};

const visitMembers = {
  id: z.int(),
  scheduledRequestId: z.string(),
  state: z.enum(states),
  serviceType: z.enum(scheduledServiceTypes),
  name: z.string(),
  specialInstructions: z.string().nullable(),
  details: serviceDetails,
  startsAt: instant,
  endsAt: instant.describe("By then somebody must be there; else the visit is missed."),
  timeZone: z.string().describe("Of the place: by its clock people read these times."),
  position: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
  address: z.string().nullable(),
  customerSource: z.object({ id: z.int(), name: z.string() }),
  customer: z.object({
    id: z.int(),
    name: z.string(),
    surname: z.string(),
    mobile: z.string().nullable(),
    isHouseAccount: z.boolean(),
  }),
  responder: z.object({ id: z.int(), name: z.string() }).nullable(),
  notes: z.string().nullable().describe("What the responder said on completing."),
  ...nullableInstants,
};

/** A visit as lists show it, and as every action on it answers. */
export const visit = z.object(visitMembers).meta({ id: "Visit" });
export type WireVisit = z.infer<typeof visit>;

export const visitList = z.object({ visits: z.array(visit), nextCursor: z.string().nullable() });

/** 200 of GET /control/v1/visits/:visitId. */
export const visitFile = z.object({
  ...visitMembers,
  timeline: z.array(
    z.object({
      at: instant,
      actor: z.object({ kind: z.string(), id: z.int().nullable(), name: z.string().nullable() }),
      kind: z.string().describe("planned, assigned, taken, arrived, completed, missed or cancelled."),
      body: z.record(z.string(), z.unknown()),
    }),
  ),
});
export type WireVisitFile = z.infer<typeof visitFile>;

/** Body of POST /control/v1/visits/:visitId/assign. */
export const assignVisitBody = z.object({ responderId: id });

/** 200 of GET /responder/v1/visits. */
export const ownVisits = z
  .object({
    own: z.array(visit).describe("Assigned to the responder or taken: to go to, or being done."),
    open: z
      .array(visit)
      .describe("What nobody has and starts within a day, for who is on duty; empty off duty."),
  })
  .meta({ id: "OwnVisits" });

/** Body of POST /responder/v1/visits/:visitId/complete. */
export const completeVisitBody = optional(z.object({ notes: optional(text(4096)) }));

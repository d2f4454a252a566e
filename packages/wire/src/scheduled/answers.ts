import { z } from "zod";
import { pageCursor, pageLimit } from "../paging.ts";
import { instant, optional, pathId } from "../scalars.ts";
import { weekdays } from "./schedule-members.ts";
import { serviceDetails } from "./service-details.ts";

export const scheduledServiceTypes = [
  "guarding",
  "patrol",
  "lockup",
  "unlock",
  "inspection",
  "escort",
] as const;
const serviceType = z.enum(scheduledServiceTypes, {
  error: `must be one of ${scheduledServiceTypes.join(", ")}`,
});

export const scheduledServiceTypeParams = z.object({ serviceType });

export const scheduledRequestParams = z.object({
  scheduledRequestId: z
    .string()
    .regex(
      /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
      "must be the UUID that the schedule's creation answered",
    )
    .transform((id) => id.toLowerCase()),
});

export const listScheduledQuery = z.object({
  customerId: optional(pathId).describe("Of this customer alone."),
  limit: optional(pageLimit),
  cursor: optional(pageCursor),
});

const requestMembers = {
  id: z.string(),
  customerId: z.int(),
  serviceType,
  status: z.enum(["scheduled", "cancelled"]),
  scheduledRequestConfig: z.object({
    name: z.string(),
    specialInstructions: z.string().nullable(),
    details: serviceDetails,
    dateFrom: z.string(),
    dateTo: z.string(),
    repeatsConfig: z.object({
      type: z.enum(["single", "repeating"]),
      startTime: z.string(),
      windowMinutes: z.int(),
      daysOfWeek: z.array(z.enum(weekdays)),
      intervalWeeks: z.int(),
      timeZone: z.string().describe("The one that counts, also when you named none."),
    }),
  }),
  initialLocation: z.object({
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    formattedAddress: z.string().nullable(),
  }),
  nextOccurrence: instant.nullable().describe("When the next one starts; null: none follows."),
  createdAt: instant,
  updatedAt: instant,
  cancelledAt: instant.nullable(),
};

/** A scheduled service as lists and envelopes show it. */
export const scheduledRequest = z.object(requestMembers).meta({ id: "ScheduledRequest" });
export type ScheduledRequest = z.infer<typeof scheduledRequest>;

export const scheduledRequestList = z.array(scheduledRequest);

/** 201 of POST /scheduled/:serviceType: flat members beside the envelope. */
export const scheduledServiceCreated = z
  .object({ ...requestMembers, message: z.string(), scheduledRequest })
  .meta({ id: "ScheduledServiceCreated" });

export const scheduledOccurrence = z
  .object({
    id: z.int(),
    startsAt: instant,
    endsAt: instant.describe("By then somebody must be there."),
    status: z.enum(["planned", "assigned", "arrived", "completed", "missed"]),
    responder: z.object({ id: z.int(), name: z.string() }).nullable(),
    arrivedAt: instant.nullable(),
    completedAt: instant.nullable(),
    notes: z.string().nullable().describe("What the responder said on completing."),
  })
  .meta({ id: "ScheduledOccurrence" });
export type ScheduledOccurrence = z.infer<typeof scheduledOccurrence>;

const withOccurrences = {
  ...requestMembers,
  occurrences: z
    .array(scheduledOccurrence)
    .describe(
      "All of the past and those of the next weeks, in their order; dropped ones are not among them.",
    ),
};

/** 200 of GET /scheduled/:scheduledRequestId. */
export const scheduledServiceRead = z
  .object({
    ...withOccurrences,
    message: z.string(),
    scheduledRequest: z.object(withOccurrences).meta({ id: "ScheduledRequestWithOccurrences" }),
  })
  .meta({ id: "ScheduledServiceRead" });

import { type ScheduledOccurrence, type ScheduledRequest, weekdays } from "@tocsin/wire";
import { nextStart, type ScheduledService, type VisitRow } from "../../../scheduled/index.ts";
import { presentInstant, presentInstantOrNull } from "../callouts/present-instant.ts";

/** The flat members, as lists and envelopes show them. */
export function presentService(service: ScheduledService, now: Temporal.Instant): ScheduledRequest {
  const { id, customerId, serviceType, name, specialInstructions, details, place, schedule } = service;
  return {
    id,
    customerId,
    serviceType,
    status: service.cancelledAt ? "cancelled" : "scheduled",
    scheduledRequestConfig: {
      name,
      specialInstructions,
      details: { ...details, contacts: [...details.contacts] },
      dateFrom: schedule.dateFrom.toString(),
      dateTo: schedule.dateTo.toString(),
      repeatsConfig: {
        type: schedule.type,
        startTime: schedule.startTime.toString({ smallestUnit: "minute" }),
        windowMinutes: schedule.windowMinutes,
        daysOfWeek: weekdays.filter((_, index) => schedule.daysOfWeek.includes(index + 1)),
        intervalWeeks: schedule.intervalWeeks,
        timeZone: schedule.timeZone,
      },
    },
    initialLocation: {
      latitude: place.point?.latitude ?? null,
      longitude: place.point?.longitude ?? null,
      formattedAddress: place.formattedAddress,
    },
    nextOccurrence: presentInstantOrNull(nextStart(service, now)),
    createdAt: presentInstant(service.createdAt),
    updatedAt: presentInstant(service.updatedAt),
    cancelledAt: presentInstantOrNull(service.cancelledAt),
  };
}

/** A visit as the partner sees it. */
export function presentOccurrence(visit: VisitRow): ScheduledOccurrence {
  const { id, phase, startsAt, endsAt, responder, arrivedAt, completedAt, notes } = visit;
  if (phase === "cancelled") throw new TypeError("A dropped occurrence is not shown");
  return {
    id,
    startsAt: presentInstant(startsAt),
    endsAt: presentInstant(endsAt),
    status: phase,
    responder,
    arrivedAt: presentInstantOrNull(arrivedAt),
    completedAt: presentInstantOrNull(completedAt),
    notes,
  };
}

import { type createScheduledServiceRequest, type scheduledServiceTypeParams, weekdays } from "@tocsin/wire";
import type { z } from "zod";
import type { WantedService } from "../../../scheduled/index.ts";

/** A request as the noun takes it. Weeks begin on Monday, which is 1. */
export function readWanted(
  { serviceType }: z.output<typeof scheduledServiceTypeParams>,
  { when, ...body }: z.output<typeof createScheduledServiceRequest>,
): WantedService {
  if (when.kind === "instant")
    return { ...body, serviceType, when: { kind: "instant", at: when.at.toTemporalInstant() } };
  const daysOfWeek = when.daysOfWeek.map((day) => weekdays.indexOf(day) + 1);
  return { ...body, serviceType, when: { ...when, daysOfWeek } };
}

import { createScheduledServiceRequest, scheduledServiceTypeParams } from "@tocsin/wire";
import type { FieldError } from "../../../errors.ts";
import type { Partner } from "../../../partners/index.ts";
import { judgeSchedule, settleSchedule } from "../../../scheduled/index.ts";
import { readWanted } from "./read-wanted.ts";

/**
 * What is wrong with a request for this tenant at this moment: a service type that is not switched on, a first occurrence too
 * soon. Members of a wrong form are for the schemas, which speak beside it.
 */
export function judgeService(
  { policies }: Partner,
  body: unknown,
  params: unknown,
  now: Temporal.Instant,
): readonly FieldError[] {
  const type = scheduledServiceTypeParams.safeParse(params);
  if (!type.success) return [];
  const faults: FieldError[] = [];
  if (!policies.serviceTypes.includes(type.data.serviceType)) {
    const enabled = policies.serviceTypes.join(", ") || "none";
    faults.push({ field: "serviceType", message: `is not switched on for you; switched on: ${enabled}` });
  }
  const asked = createScheduledServiceRequest.safeParse(body);
  if (!asked.success) return faults;
  const wanted = readWanted(type.data, asked.data);
  return [...faults, ...judgeSchedule(settleSchedule(wanted, policies), wanted.when.kind, now)];
}

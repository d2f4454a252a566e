import type { ResponderSelf } from "@tocsin/wire";
import { type FleetEntry, isOnDuty } from "../../responders/index.ts";
import { presentInstant, presentInstantOrNull } from "../panic-v2/callouts/present-instant.ts";

/** A responder as its own app sees it; off duty as soon as the shift's time is over. */
export function presentSelf({ responder, fix }: FleetEntry, now: Temporal.Instant): ResponderSelf {
  const { id, name, callSign, vehicle, supplierId, supplierName, responseTypes } = responder;
  const onDuty = isOnDuty(responder, now);
  return {
    id,
    name,
    callSign,
    vehicle,
    supplier: { id: supplierId, name: supplierName },
    responseTypes: [...responseTypes],
    onDuty,
    dutyUntil: onDuty ? presentInstantOrNull(responder.dutyUntil) : null,
    position: fix && {
      latitude: fix.latitude,
      longitude: fix.longitude,
      accuracy: fix.accuracy,
      recordedAt: presentInstant(fix.recordedAt),
    },
  };
}

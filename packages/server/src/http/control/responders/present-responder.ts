import type { ControlResponder, ControlResponderRow } from "@tocsin/wire";
import type { Responder, ResponderOverview } from "../../../responders/index.ts";
import { presentInstant, presentInstantOrNull } from "../../panic-v2/callouts/present-instant.ts";

export function presentResponder(responder: Responder): ControlResponder {
  return {
    id: responder.id,
    supplier: { id: responder.supplierId, name: responder.supplierName },
    name: responder.name,
    callSign: responder.callSign,
    vehicle: responder.vehicle,
    login: responder.login,
    responseTypes: [...responder.responseTypes],
    onDuty: responder.onDuty,
    dutyUntil: presentInstantOrNull(responder.dutyUntil),
    disabledAt: presentInstantOrNull(responder.disabledAt),
  };
}

/** With what a responder is doing and where. */
export function presentOverview(
  { responder, fix, state }: ResponderOverview,
  now: Temporal.Instant,
): ControlResponderRow {
  const position = fix && {
    latitude: fix.latitude,
    longitude: fix.longitude,
    accuracy: fix.accuracy,
    speed: fix.speed,
    heading: fix.heading,
    recordedAt: presentInstant(fix.recordedAt),
    ageSeconds: Math.max(0, now.since(fix.recordedAt).total("seconds")),
  };
  return { ...presentResponder(responder), state, position };
}

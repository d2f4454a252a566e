import type { AssignmentState } from "@tocsin/domain";
import type { SentResponder } from "./view.ts";

/** A responder who was sent, as the statements of views select one: JSON, since a callout has few. */
export interface SentJson {
  readonly first_id: number;
  readonly responder_id: number;
  readonly state: AssignmentState;
  readonly by_hand: boolean;
  readonly eta_seconds: number | null;
  readonly assigned_at: string;
  readonly arrived_at: string | null;
  readonly ended_at: string | null;
  readonly name: string;
  readonly call_sign: string | null;
  readonly vehicle: string | null;
  readonly supplier_id: number;
  readonly supplier_name: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly recorded_at: string | null;
}

export function readSent(row: SentJson): SentResponder {
  return {
    firstAssignmentId: row.first_id,
    responderId: row.responder_id,
    name: row.name,
    callSign: row.call_sign,
    vehicle: row.vehicle,
    supplier: { id: row.supplier_id, name: row.supplier_name },
    position: readPosition(row),
    etaSeconds: row.eta_seconds,
    byHand: row.by_hand,
    state: row.state,
    assignedAt: Temporal.Instant.from(row.assigned_at),
    arrivedAt: instantOrNull(row.arrived_at),
    endedAt: instantOrNull(row.ended_at),
  };
}

function readPosition({ latitude, longitude, recorded_at }: SentJson): SentResponder["position"] {
  if (latitude === null || longitude === null || recorded_at === null) return null;
  return { latitude, longitude, at: Temporal.Instant.from(recorded_at) };
}

function instantOrNull(text: string | null): Temporal.Instant | null {
  return text === null ? null : Temporal.Instant.from(text);
}

import { presentInstant, presentInstantOrNull } from "./present-instant.ts";

/** How far somebody came who was sent. */
interface Sending {
  readonly state: string;
  readonly assignedAt: Temporal.Instant;
  readonly arrivedAt: Temporal.Instant | null;
  readonly endedAt: Temporal.Instant | null;
}

/** The times of one who was sent; called off is who gave up or was stood down. */
export function presentSending({ state, assignedAt, arrivedAt, endedAt }: Sending) {
  const isCompleted = state === "completed";
  return {
    dispatchedAt: presentInstant(assignedAt),
    arrivedAt: presentInstantOrNull(arrivedAt),
    completedAt: isCompleted ? presentInstantOrNull(endedAt) : null,
    cancelledAt: isCompleted ? null : presentInstantOrNull(endedAt),
  };
}

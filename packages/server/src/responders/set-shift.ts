import { type AuditActor, recordAudit } from "../audit/index.ts";
import { invalid } from "../errors.ts";
import { refuseAssigned } from "./assignment-store.ts";
import { announceResponders, lockResponders, saveDuty } from "./responder-store.ts";
import type { FleetCapabilities, Shift } from "./types.ts";

/**
 * Begins or ends a responder's shift.
 * @param by who does, for the audit
 * @throws AppError `responder-assigned` when it would end while a callout runs; `invalid-request` when `until` is over
 */
export async function setShift(
  { db, clock, fleet }: Omit<FleetCapabilities, "random">,
  by: AuditActor,
  responderId: number,
  { onDuty, until }: Shift,
): Promise<void> {
  const now = clock.now();
  if (onDuty && until && Temporal.Instant.compare(until, now) <= 0)
    throw invalid("until", "must be in the future");
  const shift = { onDuty, until: onDuty ? until : null };
  await db.transaction(async (tx) => {
    await lockResponders(tx, [responderId]);
    if (!onDuty) await refuseAssigned(tx, [responderId]);
    await saveDuty(tx, responderId, shift, now);
    const subject = { kind: "responder", id: responderId, customerSourceId: null } as const;
    await recordAudit(tx, { actor: by, action: "set-shift", subject, body: shift }, now);
    await announceResponders(tx, [responderId]);
  });
  await fleet.refresh([responderId]);
}

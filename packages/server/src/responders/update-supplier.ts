import { type AuditActor, recordAudit } from "../audit/index.ts";
import type { Queryable } from "../db/index.ts";
import { notFound } from "../errors.ts";
import { endSessions } from "../sessions/index.ts";
import { refuseAssigned } from "./assignment-store.ts";
import { checkName } from "./check-input.ts";
import { supplierNameTaken } from "./create-supplier.ts";
import { hashFleetSecret, makeFleetSecret } from "./fleet-secret.ts";
import { announceResponders, lockRespondersOf } from "./responder-store.ts";
import { isSupplierNameTaken, lockSupplier, saveSupplier } from "./supplier-store.ts";
import type { FleetCapabilities, Supplier, SupplierChange } from "./types.ts";

export interface UpdatedSupplier {
  readonly supplier: Supplier;
  /** The new one, shown here and never again; null when it stayed as it was. */
  readonly fleetSecret: string | null;
}

/**
 * @param by who changes it, for the audit
 * @throws AppError `invalid-request`, `not-found`, `supplier-name-taken`, or `responder-assigned` when it would be disabled
 * while one of its responders is at work
 */
export async function updateSupplier(
  { db, clock, random, fleet }: FleetCapabilities,
  by: AuditActor,
  id: number,
  change: SupplierChange,
): Promise<UpdatedSupplier> {
  if (change.name !== undefined) checkName("name", change.name);
  const fleetSecret = change.renewFleetSecret ? makeFleetSecret(random) : null;
  const now = clock.now();
  const { supplier, responderIds } = await db.transaction(async (tx) => {
    const before = await lockSupplier(tx, id);
    if (!before) throw notFound(`Supplier ${id}`);
    const responderIds = await lockRespondersOf(tx, id);
    if (change.disabled) await refuseAssigned(tx, responderIds);
    const supplier = await save(tx, before, change, fleetSecret, now);
    if (change.disabled || fleetSecret !== null) await endSessions(tx, "fleet", [id]);
    if (change.disabled) await endSessions(tx, "responder", responderIds);
    const subject = { kind: "supplier", id, customerSourceId: null } as const;
    await recordAudit(tx, { actor: by, action: "update-supplier", subject, body: { ...change } }, now);
    await announceResponders(tx, responderIds);
    return { supplier, responderIds };
  });
  await fleet.refresh(responderIds);
  return { supplier, fleetSecret };
}

async function save(
  tx: Queryable,
  before: Supplier,
  { name = before.name, disabled = before.disabledAt !== null }: SupplierChange,
  fleetSecret: string | null,
  now: Temporal.Instant,
): Promise<Supplier> {
  const next = { id: before.id, name, disabledAt: disabled ? (before.disabledAt ?? now) : null };
  const secretSha256 = fleetSecret === null ? null : hashFleetSecret(fleetSecret);
  return saveSupplier(tx, next, secretSha256, now).catch((error: unknown) => {
    throw isSupplierNameTaken(error) ? supplierNameTaken(name) : error;
  });
}

import { type AuditActor, recordAudit } from "../audit/index.ts";
import type { Queryable } from "../db/index.ts";
import { notFound } from "../errors.ts";
import { endSessions } from "../sessions/index.ts";
import { refuseAssigned } from "./assignment-store.ts";
import { checkName, checkPin, checkResponseTypes, readLogin } from "./check-input.ts";
import { loginTaken, unknownSupplier } from "./create-responder.ts";
import { hashPin } from "./pin-hash.ts";
import {
  announceResponders,
  isLoginTaken,
  lockResponders,
  readResponder,
  saveResponder,
} from "./responder-store.ts";
import { lockSupplier } from "./supplier-store.ts";
import type { FleetCapabilities, Responder, ResponderChange } from "./types.ts";

/**
 * @param by who changes it, for the audit
 * @throws AppError `invalid-request`, `not-found`, `login-taken`, or `responder-assigned` when it would be disabled meanwhile
 */
export async function updateResponder(
  { db, clock, random, fleet }: FleetCapabilities,
  by: AuditActor,
  id: number,
  asked: ResponderChange,
): Promise<Responder> {
  const { pin, ...change } = checkChange(asked);
  // the slow part comes first, while no connection is held
  const pinHash = pin === undefined ? null : await hashPin(random, pin);
  const now = clock.now();
  const saved = await db.transaction(async (tx) => {
    await save(tx, id, change, pinHash, now);
    const subject = { kind: "responder", id, customerSourceId: null } as const;
    const body = { ...change, ...(pinHash === null ? {} : { pinReset: true }) };
    await recordAudit(tx, { actor: by, action: "update-responder", subject, body }, now);
    await announceResponders(tx, [id]);
    return readResponder(tx, id);
  });
  if (!saved) throw new Error(`Responder ${id} is gone, though it was just changed`);
  await fleet.refresh([id]);
  return saved;
}

function checkChange(change: ResponderChange): ResponderChange {
  if (change.name !== undefined) checkName("name", change.name);
  if (change.callSign) checkName("callSign", change.callSign);
  if (change.vehicle) checkName("vehicle", change.vehicle);
  if (change.responseTypes) checkResponseTypes(change.responseTypes);
  if (change.pin !== undefined) checkPin(change.pin);
  return change.login === undefined ? change : { ...change, login: readLogin(change.login) };
}

async function save(
  tx: Queryable,
  id: number,
  change: Omit<ResponderChange, "pin">,
  pinHash: string | null,
  now: Temporal.Instant,
): Promise<void> {
  // suppliers are always locked before their responders
  if (change.supplierId !== undefined && !(await lockSupplier(tx, change.supplierId)))
    throw unknownSupplier();
  await lockResponders(tx, [id]);
  const before = await readResponder(tx, id);
  if (!before) throw notFound(`Responder ${id}`);
  if (change.disabled) await refuseAssigned(tx, [id]);
  const next = {
    id,
    pinHash,
    supplierId: change.supplierId ?? before.supplierId,
    name: change.name ?? before.name,
    callSign: change.callSign === undefined ? before.callSign : change.callSign,
    vehicle: change.vehicle === undefined ? before.vehicle : change.vehicle,
    login: change.login ?? before.login,
    responseTypes: change.responseTypes ?? before.responseTypes,
    disabled: change.disabled ?? null,
  };
  await saveResponder(tx, next, now).catch((error: unknown) => {
    throw isLoginTaken(error) ? loginTaken(next.login) : error;
  });
  if (pinHash !== null || change.disabled || next.login !== before.login)
    await endSessions(tx, "responder", [id]);
}

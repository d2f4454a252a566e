import { type AuditActor, recordAudit } from "../audit/index.ts";
import type { Capabilities } from "../capabilities.ts";
import type { Queryable } from "../db/index.ts";
import { AppError, notFound } from "../errors.ts";
import { endSessions } from "../sessions/index.ts";
import { checkName, checkPassword } from "./check-input.ts";
import { lockLiveAdmins, lockOperator, saveOperator } from "./operator-store.ts";
import { hashPassword } from "./password-hash.ts";
import type { Operator, OperatorChange } from "./types.ts";

/**
 * Changes an operator.
 * @param by who changes it, for the audit
 * @throws AppError `invalid-request`, `not-found`, or `last-admin`: nobody could make operators any more
 */
export async function updateOperator(
  { db, clock, random }: Pick<Capabilities, "db" | "clock" | "random">,
  by: AuditActor,
  id: number,
  change: OperatorChange,
): Promise<Operator> {
  const { name, password } = change;
  if (name !== undefined) checkName(name);
  if (password !== undefined) checkPassword("password", password);
  // the slow part comes first, while no connection is held
  const passwordHash = password === undefined ? null : await hashPassword(random, password);
  const now = clock.now();
  return db.transaction(async (tx) => {
    const admins = await lockLiveAdmins(tx);
    const before = await lockOperator(tx, id);
    if (!before) throw notFound(`Operator ${id}`);
    const next = applyChange(before, change, now);
    if (!isLiveAdmin(next) && admins.every((admin) => admin === id) && isLiveAdmin(before)) throw lastAdmin();
    const saved = await saveOperator(tx, next, passwordHash, now);
    if (passwordHash !== null || saved.disabledAt !== null) await endSessions(tx, "operator", [id]);
    await record(tx, { by, id, change, now });
    return saved;
  });
}

function applyChange(
  before: Operator,
  { name = before.name, role = before.role, password, disabled }: OperatorChange,
  now: Temporal.Instant,
): Operator {
  const disabledAt =
    disabled === undefined ? before.disabledAt : disabled ? (before.disabledAt ?? now) : null;
  const mustChangePassword = password === undefined ? before.mustChangePassword : true;
  return { ...before, name, role, mustChangePassword, disabledAt };
}

async function record(
  tx: Queryable,
  { by, id, change, now }: { by: AuditActor; id: number; change: OperatorChange; now: Temporal.Instant },
): Promise<void> {
  const { password, ...said } = change;
  const body = { ...said, ...(password === undefined ? {} : { passwordReset: true }) };
  const subject = { kind: "operator", id, customerSourceId: null } as const;
  await recordAudit(tx, { actor: by, action: "update-operator", subject, body }, now);
}

function isLiveAdmin({ role, disabledAt }: Operator): boolean {
  return role === "admin" && disabledAt === null;
}

function lastAdmin(): AppError {
  return new AppError("last-admin", "This is the only admin who may sign in. Make another one first.");
}

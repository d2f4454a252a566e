import { recordAudit } from "../audit/index.ts";
import type { Capabilities } from "../capabilities.ts";
import { endSessions } from "../sessions/index.ts";
import { asActor } from "./as-actor.ts";
import { lockOperator, saveOperator } from "./operator-store.ts";
import { hashPassword } from "./password-hash.ts";
import type { Operator } from "./types.ts";

/** Keeps the password that an operator chose, and ends all their sessions: one of them may be a thief's. */
export async function saveOwnPassword(
  { db, clock, random }: Pick<Capabilities, "db" | "clock" | "random">,
  id: number,
  password: string,
): Promise<Operator> {
  // the slow part comes first, while no connection is held
  const passwordHash = await hashPassword(random, password);
  const now = clock.now();
  return db.transaction(async (tx) => {
    const before = await lockOperator(tx, id);
    if (!before) throw new Error(`Operator ${id} is gone, though it was signed in`);
    await endSessions(tx, "operator", [id]);
    const subject = { kind: "operator", id, customerSourceId: null } as const;
    await recordAudit(tx, { actor: asActor(before), action: "change-password", subject, body: {} }, now);
    return saveOperator(tx, { ...before, mustChangePassword: false }, passwordHash, now);
  });
}

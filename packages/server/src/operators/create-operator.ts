import { type AuditActor, recordAudit } from "../audit/index.ts";
import type { Capabilities, Random } from "../capabilities.ts";
import { AppError } from "../errors.ts";
import { checkName, checkPassword, readUsername } from "./check-input.ts";
import { insertOperator } from "./operator-store.ts";
import { hashPassword } from "./password-hash.ts";
import type { NewOperator, Operator } from "./types.ts";

const madePasswordBytes = 12;

/**
 * Makes an operator, who must change the password at the first sign-in.
 * @param by who makes it, for the audit
 * @throws AppError `invalid-request`, or `username-taken`
 */
export async function createOperator(
  { db, clock, random }: Pick<Capabilities, "db" | "clock" | "random">,
  by: AuditActor,
  { username: asked, name, role, password }: NewOperator,
): Promise<Operator> {
  const username = readUsername(asked);
  checkName(name);
  checkPassword("password", password);
  // the slow part comes first, while no connection is held
  const passwordHash = await hashPassword(random, password);
  const now = clock.now();
  return db.transaction(async (tx) => {
    const values = { username, name, role, passwordHash, mustChangePassword: true, isDemo: false };
    const operator = await insertOperator(tx, values, now);
    if (!operator)
      throw new AppError("username-taken", `The username ${username} is taken. Choose another one.`);
    const subject = { kind: "operator", id: operator.id, customerSourceId: null } as const;
    const note = { actor: by, action: "create-operator", subject, body: { username, name, role } };
    await recordAudit(tx, note, now);
    return operator;
  });
}

/** A first password that nobody guesses: 96 bits. */
export function makePassword(random: Random): string {
  return random.bytes(madePasswordBytes).toString("base64url");
}

import type { AuditActor } from "../audit/index.ts";
import type { Capabilities } from "../capabilities.ts";
import { AppError } from "../errors.ts";
import { findOperatorSecret, listOperators } from "./operator-store.ts";
import type { Operator } from "./types.ts";
import { updateOperator } from "./update-operator.ts";

/**
 * Gives an operator a new first password by username: the way back in when no admin can sign in any more.
 * @throws AppError `not-found` naming the usernames there are
 */
export async function resetPassword(
  capabilities: Pick<Capabilities, "db" | "clock" | "random">,
  by: AuditActor,
  username: string,
  password: string,
): Promise<Operator> {
  const found = await findOperatorSecret(capabilities.db, username.toLowerCase());
  if (found) return updateOperator(capabilities, by, found.operator.id, { password });
  const known = (await listOperators(capabilities.db)).map((operator) => operator.username);
  const there = known.length > 0 ? `There are: ${known.join(", ")}.` : "There is none yet.";
  throw new AppError("not-found", `There is no operator ${JSON.stringify(username)}. ${there}`);
}

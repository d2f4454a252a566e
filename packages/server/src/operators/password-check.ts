import type { Capabilities } from "../capabilities.ts";
import { createAttemptLimiter } from "../sessions/index.ts";
import { findOperatorSecret } from "./operator-store.ts";
import { matchesPassword } from "./password-hash.ts";
import type { Operator } from "./types.ts";

/**
 * Whose username and password these are; null when they are nobody's who may enter. Costs the same for a name that nobody
 * has.
 * @throws AppError `too-many-attempts`
 */
export type PasswordCheck = (username: string, password: string) => Promise<Operator | null>;

export function createPasswordCheck(
  { db, clock }: Pick<Capabilities, "db" | "clock">,
  mayEnter: (operator: Operator) => boolean,
): PasswordCheck {
  const attempts = createAttemptLimiter(clock);
  return (username, password) => {
    const name = username.toLowerCase();
    return attempts.try(name, async () => {
      const found = await findOperatorSecret(db, name);
      const isRight = await matchesPassword(found?.passwordHash ?? null, password);
      return found && isRight && mayEnter(found.operator) ? found.operator : null;
    });
  };
}

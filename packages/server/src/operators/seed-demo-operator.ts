import type { Capabilities } from "../capabilities.ts";
import { findOperatorSecret, insertOperator } from "./operator-store.ts";
import { hashPassword } from "./password-hash.ts";

/** Everybody knows this password: it opens nothing where the demo is off. */
export const demoOperator = { username: "operator", password: "operator" } as const;

/**
 * Makes the demo's operator where there is none of that name; whoever has the name keeps it.
 * @returns whether it is the demo's
 */
export async function seedDemoOperator({
  db,
  clock,
  random,
}: Pick<Capabilities, "db" | "clock" | "random">): Promise<boolean> {
  const { username, password } = demoOperator;
  const found = await findOperatorSecret(db, username);
  if (found) return found.operator.isDemo;
  const passwordHash = await hashPassword(random, password);
  const values = {
    username,
    name: "Demo operator",
    role: "supervisor",
    passwordHash,
    mustChangePassword: false,
    isDemo: true,
  } as const;
  await insertOperator(db, values, clock.now());
  return true;
}

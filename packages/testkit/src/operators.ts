import type { AppContext } from "@tocsin/server";

export type TestRole = "operator" | "supervisor" | "admin";

export interface TestOperator {
  readonly operatorId: number;
  readonly name: string;
  /** A session's token, for `system.request({token})`. */
  token(): Promise<string>;
}

/**
 * Makes somebody in the control room who is signed in already: no password fits. Tests of passwords make theirs through the
 * API.
 */
export async function addOperator(
  { context }: { readonly context: AppContext },
  role: TestRole = "operator",
): Promise<TestOperator> {
  const username = `${role}-${context.random.bytes(4).toString("hex")}`;
  const name = `Test ${username}`;
  const [made] = await context.db.query<{ id: number }>({
    text: `insert into operator (username, name, role, password_hash, created_at, updated_at)
      values ($1, $2, $3, '', $4, $4) returning id`,
    values: [username, name, role, context.clock.now().toString()],
  });
  if (!made) throw new Error("no operator was made");
  const subject = { kind: "operator", subjectId: made.id } as const;
  return { operatorId: made.id, name, token: async () => (await context.sessions.issue(subject)).token };
}

/** Tokens of one operator for each role, made when first asked for. */
export function operatorTokens(context: AppContext): (role?: TestRole) => Promise<string> {
  const operators = new Map<TestRole, Promise<TestOperator>>();
  return async (role = "operator") => {
    const operator = operators.get(role) ?? addOperator({ context }, role);
    operators.set(role, operator);
    return (await operator).token();
  };
}

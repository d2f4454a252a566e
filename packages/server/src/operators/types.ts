/** What somebody in the control room may do; each role may do all that the ones before it may. */
export const operatorRoles = ["operator", "supervisor", "admin"] as const;
export type OperatorRole = (typeof operatorRoles)[number];

/** Whether somebody of this role may do what asks for at least `minimum`. */
export function isAtLeast(role: OperatorRole, minimum: OperatorRole): boolean {
  return operatorRoles.indexOf(role) >= operatorRoles.indexOf(minimum);
}

/** Somebody who works in the control room. Operators serve every tenant of the installation. */
export interface Operator {
  readonly id: number;
  /** What they sign in with; lower case. */
  readonly username: string;
  readonly name: string;
  readonly role: OperatorRole;
  /** The password was somebody else's choice: nothing but changing it is allowed. */
  readonly mustChangePassword: boolean;
  /** Everybody knows its password: it may sign in on demonstration systems alone. */
  readonly isDemo: boolean;
  readonly createdAt: Temporal.Instant;
  readonly updatedAt: Temporal.Instant;
  /** Since when they may not sign in; null: they may. */
  readonly disabledAt: Temporal.Instant | null;
}

export interface NewOperator {
  /** Unique in the installation; case does not count. */
  readonly username: string;
  readonly name: string;
  readonly role: OperatorRole;
  /** The first one, to be changed at the first sign-in. */
  readonly password: string;
}

/** What is absent stays as it is. */
export interface OperatorChange {
  readonly name?: string | undefined;
  readonly role?: OperatorRole | undefined;
  /** A new first password, for somebody who forgot theirs: their sessions end, and they must change it. */
  readonly password?: string | undefined;
  readonly disabled?: boolean | undefined;
}

/** Who acts, as a timeline and the audit say it. */
export type ActingOperator = Pick<Operator, "id" | "name">;

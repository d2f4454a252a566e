import { DatabaseError } from "pg";

const exclusionViolation = "23P01";

/** True when a statement failed because a row that this constraint excludes beside the new one stands there already. */
export function isExclusionViolation(error: unknown, constraint: string): boolean {
  return (
    error instanceof DatabaseError && error.code === exclusionViolation && error.constraint === constraint
  );
}

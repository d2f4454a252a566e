import { DatabaseError } from "pg";

const uniqueViolation = "23505";

/** True when a statement failed because a row with the same key stands in this unique index already. */
export function isUniqueViolation(error: unknown, index: string): boolean {
  return error instanceof DatabaseError && error.code === uniqueViolation && error.constraint === index;
}

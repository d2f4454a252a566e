import type pg from "pg";
import type { QueryResultRow } from "pg";
import type { Statement } from "./sql.ts";
import { translateDatabaseError } from "./unavailable.ts";

/** Sends a statement; an absent database is a 503. */
export async function runStatement<Row extends QueryResultRow>(
  target: pg.Pool | pg.ClientBase,
  statement: Statement,
): Promise<Row[]> {
  try {
    return (await target.query<Row>(statement)).rows;
  } catch (error) {
    throw translateDatabaseError(error);
  }
}

import type pg from "pg";
import type { QueryResultRow } from "pg";
import type { Statement } from "./sql.ts";
import { translateDatabaseError } from "./unavailable.ts";

/** Sends a statement; an absent database is a 503. Of several in one text, the rows of all of them, in their order. */
export async function runStatement<Row extends QueryResultRow>(
  target: pg.Pool | pg.ClientBase,
  statement: Statement,
): Promise<Row[]> {
  try {
    const results: pg.QueryResult<Row> | pg.QueryResult<Row>[] = await target.query<Row>(statement);
    // several statements in one text have several results, which the types of pg do not say
    return [results].flat().flatMap(({ rows }) => rows);
  } catch (error) {
    throw translateDatabaseError(error);
  }
}

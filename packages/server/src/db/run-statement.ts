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
    // pg answers several statements in one text with several results, which its types do not say
    const results: pg.QueryResult<Row> | readonly pg.QueryResult<Row>[] = await target.query<Row>(statement);
    return Array.isArray(results) ? results.flatMap(({ rows }) => rows) : results.rows;
  } catch (error) {
    throw translateDatabaseError(error);
  }
}

import type { QueryConfig } from "pg";

/** A prepared statement with its parameters. The name lets PostgreSQL plan it once for each connection. */
export type Statement = QueryConfig<unknown[]> & {
  /** Milliseconds, where the usual limit is too short. */
  readonly query_timeout?: number;
};

/** Names a hand-written statement: `const find = sql("location-find", "select …"); db.query(find(id))`. */
export function sql(name: string, text: string): (...values: unknown[]) => Statement {
  return (...values) => ({ name, text, values });
}

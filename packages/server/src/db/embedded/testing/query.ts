import pg from "pg";
import type { EmbeddedPostgres } from "../index.ts";

/** Runs one statement on a connection of its own. */
export async function query<Row extends pg.QueryResultRow>(
  connection: EmbeddedPostgres["connection"],
  sql: string,
): Promise<Row[]> {
  const client = new pg.Client(connection);
  // Tests end servers under their clients; a query that this cuts short says so itself.
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}

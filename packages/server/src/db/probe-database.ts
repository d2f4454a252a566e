import type { Queryable } from "./database.ts";

const patienceMilliseconds = 2_000;

/** Why nothing can be written just now, fit for strangers; null when it can. */
export async function probeDatabase(db: Pick<Queryable, "query">): Promise<string | null> {
  const late = Promise.withResolvers<string>();
  const timer = setTimeout(
    () => late.resolve(`The database did not answer within ${patienceMilliseconds / 1000} s.`),
    patienceMilliseconds,
  );
  try {
    return await Promise.race([askForWrites(db), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** A standby and a database that was set read-only both say so here. */
async function askForWrites(db: Pick<Queryable, "query">): Promise<string | null> {
  type Row = { transaction_read_only: "on" | "off" };
  const rows = await db.query<Row>({ text: "show transaction_read_only" }).catch(() => null);
  if (!rows) return "The database is not reachable.";
  return rows[0]?.transaction_read_only === "off"
    ? null
    : "The database takes no writes: it is a standby, or set read-only.";
}

import type { Db } from "pg-boss";
import type { Database, Queryable } from "../db/index.ts";

/** Our connections, as pg-boss asks for some: the pool, a transaction, and the one connection that listens. */
export function bossDatabase(db: Pick<Queryable, "query"> & Partial<Pick<Database, "listener">>): Db {
  const { listener } = db;
  return {
    async executeSql(text, values) {
      const rows = await db.query(values === undefined ? { text } : { text, values });
      return { rows: rows.map(withDates) };
    },
    ...(listener && {
      async listen(channel, onNotification, onReconnect) {
        const subscription = { channel, onNotification, onListening: onReconnect };
        const follower = listener(subscription);
        await follower.start();
        return { close: () => follower.stop() };
      },
    }),
  };
}

/** It reckons with dates, and fails at our instants. */
function withDates(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value instanceof Temporal.Instant ? new Date(value.epochMilliseconds) : value,
    ]),
  );
}

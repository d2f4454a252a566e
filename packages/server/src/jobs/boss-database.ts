import type { Db } from "pg-boss";
import type { Database, Queryable } from "../db/index.ts";

/** Our connections, as pg-boss asks for some: the pool, a transaction, and the one connection that listens. */
export function bossDatabase(db: Pick<Queryable, "query"> & Partial<Pick<Database, "listener">>): Db {
  const { listener } = db;
  return {
    async executeSql(text, values) {
      const statement = values === undefined ? { text } : { text, values };
      // of several statements in one text, as in its migrations, pg gives no rows
      return { rows: (await db.query(statement)) ?? [] };
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

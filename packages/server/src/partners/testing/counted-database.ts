import type { Database } from "../../db/index.ts";

/** A database that remembers the names of the statements sent to it. */
export interface CountedDatabase extends Database {
  readonly asked: string[];
}

export function countQueries(db: Database): CountedDatabase {
  const asked: string[] = [];
  return {
    ...db,
    asked,
    query(statement) {
      asked.push(statement.name ?? statement.text);
      return db.query(statement);
    },
    transaction(work) {
      asked.push("transaction");
      return db.transaction(work);
    },
  };
}

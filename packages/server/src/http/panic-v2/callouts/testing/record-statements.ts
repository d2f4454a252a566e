import type { AppContext } from "../../../../context.ts";
import type { Queryable } from "../../../../db/index.ts";

/** The names of the statements that `work` sends, in their order, transactions included. */
export async function recordStatements({ db }: AppContext, work: () => Promise<unknown>): Promise<string[]> {
  const names: string[] = [];
  const { query, transaction } = db;
  const recording = (target: Pick<Queryable, "query">): Queryable["query"] => {
    const send = target.query.bind(target);
    return (statement) => {
      // positions are followed in the background
      if (!statement.name?.startsWith("position-")) names.push(statement.name ?? statement.text);
      return send(statement);
    };
  };
  Object.assign(db, {
    query: recording({ query }),
    transaction: (inner: (tx: Queryable) => Promise<unknown>) =>
      transaction((tx) => inner({ ...tx, query: recording(tx) })),
  });
  try {
    await work();
  } finally {
    Object.assign(db, { query, transaction });
  }
  return names;
}

import type { AppContext } from "../../../../context.ts";
import type { Queryable } from "../../../../db/index.ts";

/** The names of the statements about callouts that `work` sends, in their order; others go on in the background. */
export async function recordStatements({ db }: AppContext, work: () => Promise<unknown>): Promise<string[]> {
  const names: string[] = [];
  const { query, transaction } = db;
  const recording = (target: Pick<Queryable, "query">): Queryable["query"] => {
    const send = target.query.bind(target);
    return (statement) => {
      if (/^(callout|safe-code)-/.test(statement.name ?? "")) names.push(statement.name ?? "");
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

import type { AppContext } from "../../../../context.ts";
import type { Queryable } from "../../../../db/index.ts";

/** What goes on by itself while a test runs: positions written behind, tenants read again. */
const background = /^(position|responder|fleet|engagement|coverage|partner|signing-key|session|change)-/;

/** The names of the statements that `work` sends, in their order. */
export async function recordStatements({ db }: AppContext, work: () => Promise<unknown>): Promise<string[]> {
  const names: string[] = [];
  const { query, transaction } = db;
  const recording = (target: Pick<Queryable, "query">): Queryable["query"] => {
    const send = target.query.bind(target);
    return (statement) => {
      const { name } = statement;
      if (name !== undefined && !background.test(name)) names.push(name);
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

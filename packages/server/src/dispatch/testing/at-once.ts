import type { TestCallout, TestResponder, TestSystem } from "@tocsin/testkit";
import { lockCallout } from "../../callouts/index.ts";
import type { Queryable } from "../../db/index.ts";
import type { Responder } from "../../responders/index.ts";

/** A responder as the commands are given one. */
export function selfOf(
  { context }: TestSystem,
  { responderId }: Pick<TestResponder, "responderId">,
): Responder {
  const entry = context.fleet.find(responderId);
  if (!entry) throw new Error(`Responder ${responderId} is not in the fleet`);
  return entry.responder;
}

export interface CalloutStates {
  readonly phase: string;
  /** The oldest first. */
  readonly offers: readonly string[];
  readonly assignments: readonly string[];
  /** Kinds of the entries. */
  readonly timeline: readonly string[];
}

/** How a callout, its offers and its assignments stand. */
export async function statesOf({ context }: TestSystem, { id }: TestCallout): Promise<CalloutStates> {
  const states = (table: string): string =>
    `(select coalesce(array_agg(state order by id), '{}') from ${table} where callout_id = c.id) as ${table}s`;
  const [row] = await context.db.query<CalloutStates>({
    text: `select phase, ${states("offer")}, ${states("assignment")},
      (select array_agg(kind order by sequence) from callout_event where callout_id = c.id) as timeline
      from callout c where id = $1`,
    values: [id],
  });
  if (!row) throw new Error(`There is no callout ${id}`);
  return row;
}

/** Holds the callout, lets the acts begin one by one, and lets go when all of them wait: they go on in that order. */
export async function inOrder(
  system: TestSystem,
  { id, partner }: TestCallout,
  acts: readonly (() => Promise<unknown>)[],
): Promise<PromiseSettledResult<unknown>[]> {
  const begun = await system.context.db.transaction(async (tx) => {
    await lockCallout(tx, partner.customerSourceId, id);
    const waiting: Promise<PromiseSettledResult<unknown>[]>[] = [];
    for (const act of acts) {
      waiting.push(Promise.allSettled([act()]));
      await untilWaiting(system.context.db, waiting.length);
    }
    return waiting;
  });
  return (await Promise.all(begun)).flat();
}

const waiters = `select 1 from pg_stat_activity
  where datname = current_database() and wait_event_type = 'Lock' and state = 'active'`;

async function untilWaiting(db: Queryable, count: number): Promise<void> {
  while ((await db.query({ text: waiters })).length < count);
}

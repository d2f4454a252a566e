import { isActive } from "@tocsin/domain";
import type { Capabilities } from "../capabilities.ts";
import { type Queryable, sql } from "../db/index.ts";
import { applyEvent } from "./apply-event.ts";
import { lockCallout } from "./lock-callout.ts";
import { type PreparedRaise, raiseAll } from "./raise-statement.ts";
import type { Callout, RaiseCommand, RaiseOutcome } from "./types.ts";

const findLive = sql(
  "callout-find-live-at-place",
  `select c.id from callout c
  join fixed_location l on l.customer_source_id = c.customer_source_id and l.id = c.fixed_location_id
  where c.customer_source_id = $1 and l.external_reference_id = $2 and l.deleted_at is null
    and c.response_type_id = $3 and c.internal_test = $4
    and c.phase not in ('cancelled', 'closed') and not c.duress`,
);

/**
 * Adds raises for one place to its live callout: one incident, not two. When that callout is completed it is closed
 * and a new one is raised. All of it is one transaction.
 * @param raises for the same place, response type and test flag, oldest first
 * @returns an outcome for each raise, or null when there is no live callout any more: raise anew
 */
export async function foldRaises(
  { db, clock, changes }: Pick<Capabilities, "clock" | "changes"> & { readonly db: Queryable },
  raises: readonly [PreparedRaise, ...PreparedRaise[]],
): Promise<RaiseOutcome[] | null> {
  return db.transaction(async (tx) => {
    const live = await lockLive(tx, raises[0].command);
    if (!live) return null;
    const outcomes: RaiseOutcome[] = [];
    let current: Callout = live;
    for (const raise of raises) {
      const outcome = await foldOne(tx, current, raise, clock.now());
      current = outcome.callout;
      outcomes.push(outcome);
    }
    tx.afterCommit(changes.signal);
    return outcomes;
  });
}

async function lockLive(
  tx: Queryable,
  { customerSourceId, request }: RaiseCommand,
): Promise<Callout | undefined> {
  const { externalReferenceId, responseTypeId, internalTest } = request;
  const [row] = await tx.query<{ id: number }>(
    findLive(customerSourceId, externalReferenceId, responseTypeId, internalTest),
  );
  const callout = row && (await lockCallout(tx, customerSourceId, row.id));
  // it may have ended while we waited for it
  return callout && isActive(callout.phase) && !callout.duress ? callout : undefined;
}

async function foldOne(
  tx: Queryable,
  live: Callout,
  raise: PreparedRaise,
  now: Temporal.Instant,
): Promise<Exclude<RaiseOutcome, { kind: "unknownPlace" }>> {
  const { request, timing, by } = raise.command;
  const again = await applyEvent(tx, live, { type: "raisedAgain", request, by }, now, timing);
  if (again.ok) return { kind: "folded", callout: again.callout };
  const closed = await applyEvent(tx, live, { type: "superseded" }, now, timing);
  if (!closed.ok)
    throw new Error(`Callout ${live.id} could neither take a repeat nor be closed: ${closed.reason}`);
  const [fresh] = await raiseAll(tx, [raise]);
  if (fresh?.kind !== "raised")
    throw new Error(`Callout ${live.id} was closed but no new one could be raised`);
  return fresh;
}

import type { Capabilities } from "../capabilities.ts";
import { type Queryable, sql } from "../db/index.ts";
import { type CalloutRow, calloutColumns, readCallout } from "./callout-row.ts";
import { type PreparedRaise, raiseAll } from "./raise-statement.ts";
import { applyEvent } from "./save-transition.ts";
import type { Callout, RaiseCommand, RaiseOutcome } from "./types.ts";

const lockLive = sql(
  "callout-lock-live-at-place",
  `select ${calloutColumns.replaceAll(/\b(\w+)/g, "c.$1")} from callout c
  join fixed_location l on l.customer_source_id = c.customer_source_id and l.id = c.fixed_location_id
  where c.customer_source_id = $1 and l.external_reference_id = $2 and l.deleted_at is null
    and c.response_type_id = $3 and c.internal_test = $4
    and c.phase not in ('cancelled', 'closed') and not c.duress
  for update of c`,
);

/**
 * Adds raises for one place to its live callout: one incident, not two. When that callout is completed it is closed
 * and a new one is raised. All of it is one transaction.
 * @param raises for the same place, response type and test flag, oldest first
 * @returns an outcome for each raise, or null when there is no live callout any more: raise anew
 */
export async function foldRaises(
  { db, clock }: { readonly db: Queryable; readonly clock: Capabilities["clock"] },
  raises: readonly [PreparedRaise, ...PreparedRaise[]],
): Promise<RaiseOutcome[] | null> {
  return db.transaction(async (tx) => {
    const live = await findLive(tx, raises[0].command);
    if (!live) return null;
    const outcomes: RaiseOutcome[] = [];
    let current: Callout = live;
    for (const raise of raises) {
      const outcome = await foldOne(tx, current, raise, clock.now());
      current = outcome.callout;
      outcomes.push(outcome);
    }
    return outcomes;
  });
}

async function findLive(
  tx: Queryable,
  { customerSourceId, request }: RaiseCommand,
): Promise<Callout | undefined> {
  const { externalReferenceId, responseTypeId, internalTest } = request;
  const [row] = await tx.query<CalloutRow>(
    lockLive(customerSourceId, externalReferenceId, responseTypeId, internalTest),
  );
  return row && readCallout(row);
}

async function foldOne(
  tx: Queryable,
  live: Callout,
  raise: PreparedRaise,
  now: Temporal.Instant,
): Promise<Exclude<RaiseOutcome, { kind: "unknownPlace" }>> {
  const { request, timing } = raise.command;
  const again = await applyEvent(tx, live, { type: "raisedAgain", request }, now, timing);
  if (again.ok) return { kind: "folded", callout: again.callout };
  const closed = await applyEvent(tx, live, { type: "superseded" }, now, timing);
  if (!closed.ok)
    throw new Error(`Callout ${live.id} could neither take a repeat nor be closed: ${closed.reason}`);
  const [fresh] = await raiseAll(tx, [raise]);
  if (fresh?.kind !== "raised")
    throw new Error(`Callout ${live.id} was closed but no new one could be raised`);
  return fresh;
}

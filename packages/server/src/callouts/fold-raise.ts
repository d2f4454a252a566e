import { isActive } from "@tocsin/domain";
import type { Capabilities } from "../capabilities.ts";
import type { Queryable } from "../db/index.ts";
import { applyEvent } from "./apply-event.ts";
import { lockCallout } from "./lock-callout.ts";
import type { PreparedRaise } from "./prepare-raise.ts";
import { type RaiseLane, raiseAll } from "./raise-lane.ts";
import type { AnyRaise, Callout, RaiseOutcome } from "./types.ts";

/**
 * Adds raises for one place or person to the live callout: one incident, not two. When that callout is completed it is
 * closed and a new one is raised. All of it is one transaction.
 * @param raises of one fold key, oldest first
 * @returns an outcome for each raise, or null when there is no live callout any more: raise anew
 */
export async function foldRaises<Command extends AnyRaise>(
  { db, clock, changes }: Pick<Capabilities, "clock" | "changes"> & { readonly db: Queryable },
  lane: RaiseLane<Command>,
  raises: readonly [PreparedRaise<Command>, ...PreparedRaise<Command>[]],
): Promise<RaiseOutcome[] | null> {
  return db.transaction(async (tx) => {
    const live = await lockLive(tx, lane, raises[0].command);
    if (!live) return null;
    const outcomes: RaiseOutcome[] = [];
    let current: Callout = live;
    for (const raise of raises) {
      const outcome = await foldOne(tx, lane, current, raise, clock.now());
      current = outcome.callout;
      outcomes.push(outcome);
    }
    tx.afterCommit(changes.signal);
    return outcomes;
  });
}

async function lockLive<Command extends AnyRaise>(
  tx: Queryable,
  lane: RaiseLane<Command>,
  command: Command,
): Promise<Callout | undefined> {
  const finding = lane.findLive(command);
  const [row] = finding ? await tx.query<{ id: number }>(finding) : [];
  const callout = row && (await lockCallout(tx, command.customerSourceId, row.id));
  // it may have ended while we waited for it
  return callout && isActive(callout.phase) && !callout.duress ? callout : undefined;
}

async function foldOne<Command extends AnyRaise>(
  tx: Queryable,
  lane: RaiseLane<Command>,
  live: Callout,
  raise: PreparedRaise<Command>,
  now: Temporal.Instant,
): Promise<Exclude<RaiseOutcome, { kind: "absent" }>> {
  const { request, timing, by } = raise.command;
  const again = await applyEvent(tx, live, { type: "raisedAgain", request, by }, now, timing);
  if (again.ok) return { kind: "folded", callout: again.callout };
  const closed = await applyEvent(tx, live, { type: "superseded" }, now, timing);
  if (!closed.ok)
    throw new Error(`Callout ${live.id} could neither take a repeat nor be closed: ${closed.reason}`);
  const [fresh] = await raiseAll(tx, lane, [raise]);
  if (fresh?.kind !== "raised")
    throw new Error(`Callout ${live.id} was closed but no new one could be raised`);
  return fresh;
}

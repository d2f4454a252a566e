import type { Capabilities } from "../capabilities.ts";
import type { Queryable } from "../db/index.ts";
import { foldRaises } from "./fold-raise.ts";
import { personLane } from "./person-lane.ts";
import { placeLane } from "./place-lane.ts";
import { prepareRaise } from "./prepare-raise.ts";
import { type RaiseLane, raiseAll } from "./raise-lane.ts";
import type { AnyRaise, PersonRaiseCommand, RaiseCommand, RaiseOutcome } from "./types.ts";

type RaiseCapabilities = Pick<Capabilities, "clock" | "random" | "changes">;

/** A live callout may end between two looks; more often than this in a row it does not. */
const attempts = 5;

/**
 * Raises one callout for a place inside a transaction of the caller's, so that it commits together with something else
 * (the stored answer of an Idempotency-Key). Everything else goes through the raise queue.
 */
export function raiseCallout(
  capabilities: RaiseCapabilities,
  tx: Queryable,
  command: RaiseCommand,
): Promise<RaiseOutcome> {
  return raiseIn(capabilities, tx, placeLane, command);
}

/** The same for a person. */
export function raiseCalloutForPerson(
  capabilities: RaiseCapabilities,
  tx: Queryable,
  command: PersonRaiseCommand,
): Promise<RaiseOutcome> {
  return raiseIn(capabilities, tx, personLane, command);
}

async function raiseIn<Command extends AnyRaise>(
  capabilities: RaiseCapabilities,
  tx: Queryable,
  lane: RaiseLane<Command>,
  command: Command,
): Promise<RaiseOutcome> {
  const raise = prepareRaise(capabilities, command);
  tx.afterCommit(capabilities.changes.signal);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const [outcome] = await raiseAll(tx, lane, [raise]);
    if (outcome && outcome.kind !== "alreadyLive") return outcome;
    const folded = (await foldRaises({ ...capabilities, db: tx }, lane, [raise]))?.[0];
    if (folded) return folded;
  }
  throw new Error(`The callout of ${lane.foldKey(raise)} kept changing while it was raised again`);
}

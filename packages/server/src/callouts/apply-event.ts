import {
  type Accepted,
  type CalloutEvent,
  type Refused,
  type TimingPolicy,
  transition,
} from "@tocsin/domain";
import type { Queryable } from "../db/index.ts";
import { type ChainedEntry, chain } from "./event-chain.ts";
import { saveDecision } from "./save-decision.ts";
import type { Callout } from "./types.ts";

/** What an event did to a callout; or why nothing happened. */
export type Applied = AppliedEvent | Refused;

export interface AppliedEvent {
  readonly ok: true;
  readonly callout: Callout;
  readonly decision: Accepted;
  /** The lines that were added to the timeline. */
  readonly entries: readonly ChainedEntry[];
}

/**
 * Lets `event` happen to a callout: asks the transition function and stores what it decides, state, timeline, outbox,
 * deadlines, offers, assignments and engagements in one statement.
 * @param tx a transaction that holds the callout ({@link lockCallout})
 * @throws when a responder who is newly offered something was not reserved and is taken by another callout
 */
export async function applyEvent(
  tx: Queryable,
  callout: Callout,
  event: CalloutEvent,
  now: Temporal.Instant,
  timing: TimingPolicy,
): Promise<Applied> {
  const decision = transition(callout, event, now, timing);
  if (!decision.ok) return decision;
  // a timeline never runs backwards, whatever the clock did
  const at = Temporal.Instant.compare(now, callout.updatedAt) < 0 ? callout.updatedAt : now;
  const entries = chain({ sequence: callout.sequence, hash: callout.lastHash }, decision.entries, at);
  const last = entries.at(-1);
  const next: Callout = {
    ...callout,
    ...decision.state,
    positionAt: decision.state.position === callout.position ? callout.positionAt : at,
    sequence: last?.sequence ?? callout.sequence,
    lastHash: last?.hash ?? callout.lastHash,
    updatedAt: at,
  };
  await saveDecision(tx, next, decision, entries, now);
  return { ok: true, callout: next, decision, entries };
}

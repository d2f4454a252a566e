import { type CalloutEvent, possibleNow, type Refused, type TimingPolicy } from "@tocsin/domain";
import type { Capabilities } from "../capabilities.ts";
import type { Queryable } from "../db/index.ts";
import { AppError } from "../errors.ts";
import { type Applied, type AppliedEvent, applyEvent } from "./apply-event.ts";
import { lockCallout } from "./lock-callout.ts";
import { makeLiveAgain } from "./make-live-again.ts";
import type { Callout, CalloutFacts } from "./types.ts";

export interface CalloutChange {
  readonly customerSourceId: number;
  readonly calloutId: number;
  readonly timing: TimingPolicy;
  /** The event, made once the callout is held, so that it may depend on it. */
  readonly event: (callout: Callout, tx: Queryable) => CalloutEvent | Promise<CalloutEvent>;
}

/** What changing a callout takes: the pool, or a transaction of the caller's. */
export type ChangeCapabilities = Pick<Capabilities, "clock" | "changes"> & { readonly db: Queryable };

interface Attempt {
  /** As it was before. */
  readonly callout: Callout;
  readonly applied: Applied;
}

/**
 * Lets an event happen to a callout, whoever caused it: locks it, asks the transition function, stores what it decides.
 * @returns undefined when the tenant has no such callout
 * @throws AppError 409 `callout-state` that names the state and what is possible in it
 */
export async function changeCallout(
  capabilities: ChangeCapabilities,
  change: CalloutChange,
): Promise<AppliedEvent | undefined> {
  return capabilities.db.transaction(async (tx) => {
    const attempt = await attemptIn(tx, capabilities, change);
    if (!attempt) return undefined;
    if (!attempt.applied.ok) throw refusal(attempt.callout, attempt.applied);
    return attempt.applied;
  });
}

/** The same where a refusal is an answer too. What {@link CalloutChange.event} has written is then kept. */
export async function attemptChange(
  capabilities: ChangeCapabilities,
  change: CalloutChange,
): Promise<Attempt | undefined> {
  return capabilities.db.transaction((tx) => attemptIn(tx, capabilities, change));
}

async function attemptIn(
  tx: Queryable,
  { clock, changes }: ChangeCapabilities,
  change: CalloutChange,
): Promise<Attempt | undefined> {
  const callout = await lockCallout(tx, change.customerSourceId, change.calloutId);
  if (!callout) return undefined;
  const event = await change.event(callout, tx);
  const apply = (inner: Queryable): Promise<Applied> =>
    applyEvent(inner, callout, event, clock.now(), change.timing);
  const applied = await (event.type === "duressCleared" ? makeLiveAgain(tx, callout, apply) : apply(tx));
  if (applied.ok) tx.afterCommit(changes.signal);
  return { callout, applied };
}

/** The 409 that a closed callout answers whoever wants to end it; for one that the customer's side takes for closed. */
export function refusalOfClosed(callout: CalloutFacts): AppError {
  const possible = possibleNow({ ...callout, phase: "closed", offers: [], assignments: [] });
  return refusal(callout, { ok: false, reason: "alreadyClosed", phase: "closed", possible });
}

/** The 409 of a refused event: one of two who acted at the same instant reads this, with nothing lost. */
export function refusal(callout: CalloutFacts, { reason, phase, possible }: Refused): AppError {
  const next =
    possible.length > 0 ? `Possible now: ${possible.join(", ")}.` : "Nothing more can happen to it.";
  const why = reason === "ownedByAnother" ? `${reason}: ${callout.owner?.name}` : reason;
  return new AppError("callout-state", `Callout ${callout.id} is ${phase} (${why}). ${next}`);
}

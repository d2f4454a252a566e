import { type DeadlineKind, type Timing, timingFor } from "@tocsin/domain";
import {
  type Applied,
  type AppliedEvent,
  applyEvent,
  type Callout,
  tryLockCallout,
} from "../callouts/index.ts";
import type { Capabilities } from "../capabilities.ts";
import { isUnavailable, type Queryable } from "../db/index.ts";
import type { PartnerDirectory } from "../partners/index.ts";
import { type DueCallout, type DueDeadline, findDueKinds, postponeDeadline } from "./deadline-store.ts";

/** Does what is due of one kind, in a transaction that holds the callout. */
export type DueHandler = (
  tx: Queryable,
  callout: Callout,
  now: Temporal.Instant,
  timing: Timing,
) => Promise<Applied>;

/** The kinds that need more than the clock: whoever looks at the fleet for them. The others are the transition's alone. */
export interface DueHandlers extends Readonly<Record<"dispatch" | "progress", DueHandler>> {
  /** Asked about all due `dispatch` deadlines at once, before any callout is held. */
  readonly lookAhead: (due: readonly DueDeadline[]) => Promise<LookedAhead>;
}

export interface LookedAhead {
  /** Nothing is left to be done about these. */
  readonly settled: ReadonlySet<DueDeadline>;
  /** For these it was found out what their handling would otherwise have to wait for. */
  readonly prepared: ReadonlyMap<DueDeadline, DueHandler>;
}

/** A deadline whose handling failed is tried again after this, behind the healthy ones. */
const retryAfterSeconds = 30;
/** After a deadlock or a full pool: that was not its own fault. */
const retrySoonSeconds = 1;

/**
 * Handles everything that is due of one callout, in one transaction. A callout that another node holds just now is left
 * to it. What fails is put off by a moment, so that it holds up nothing else and is never lost.
 * @returns how many deadlines were handled; null when another node holds the callout
 */
export async function handleDue(
  { db, clock, log, changes }: Capabilities,
  partners: PartnerDirectory,
  handlers: Pick<DueHandlers, "dispatch" | "progress">,
  due: DueCallout,
): Promise<number | null> {
  let current: DeadlineKind | undefined;
  try {
    return await db.transaction(async (tx) => {
      let callout = await tryLockCallout(tx, due.customerSourceId, due.calloutId);
      if (!callout) return null;
      const kinds = await findDueKinds(tx, due, clock.now());
      for (current of kinds) {
        const { callout: next, entries } = await handleOne(tx, callout, current);
        if (entries.length > 0) tx.afterCommit(changes.signal);
        callout = next;
      }
      return kinds.length;
    });
  } catch (error) {
    // without a kind it was not this deadline that failed
    if (current === undefined) throw error;
    log.error(
      { err: error, calloutId: due.calloutId, kind: current },
      "a due deadline could not be handled and is tried again",
    );
    const now = clock.now();
    const seconds = isUnavailable(error) ? retrySoonSeconds : retryAfterSeconds;
    await postponeDeadline(db, due, current, now.add({ seconds }), now);
    return 1;
  }

  async function handleOne(tx: Queryable, callout: Callout, kind: DeadlineKind): Promise<AppliedEvent> {
    const partner = await partners.find(callout.customerSourceId);
    if (!partner) throw new Error(`Callout ${callout.id} belongs to no known customer source`);
    const timing = timingFor(partner.policies.timing, callout.responseTypeId);
    const now = clock.now();
    const applied =
      kind === "dispatch" || kind === "progress"
        ? await handlers[kind](tx, callout, now, timing)
        : await applyEvent(tx, callout, { type: "deadlineDue", kind }, now, timing);
    if (!applied.ok) throw new Error(`The deadline was refused: ${applied.reason}`);
    return applied;
  }
}

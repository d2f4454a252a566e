import type { DeadlineKind, Timing } from "@tocsin/domain";
import { type Applied, applyEvent, type Callout, tryLockCallout } from "../callouts/index.ts";
import type { Capabilities } from "../capabilities.ts";
import type { Queryable } from "../db/index.ts";
import type { PartnerDirectory } from "../partners/index.ts";
import { type DueCallout, findDueKinds, postponeDeadline } from "./deadline-store.ts";

/** Does what is due of one kind, in a transaction that holds the callout. */
export type DueHandler = (
  tx: Queryable,
  callout: Callout,
  now: Temporal.Instant,
  timing: Timing,
) => Promise<Applied>;

/** The kinds that need more than the clock: whoever looks at the fleet for them. The others are the transition's alone. */
export type DueHandlers = Readonly<Record<"dispatch" | "progress", DueHandler>>;

/** A deadline whose handling failed is tried again after this, behind the healthy ones. */
const retryAfterSeconds = 30;

/**
 * Handles everything that is due of one callout, in one transaction. A callout that another node holds just now is left
 * to it. What fails is put off by a moment, so that it holds up nothing else and is never lost.
 * @returns how many deadlines were handled; null when another node holds the callout
 */
export async function handleDue(
  { db, clock, log, changes }: Capabilities,
  partners: PartnerDirectory,
  handlers: DueHandlers,
  due: DueCallout,
): Promise<number | null> {
  return db.transaction(async (tx) => {
    let callout = await tryLockCallout(tx, due.customerSourceId, due.calloutId);
    if (!callout) return null;
    const kinds = await findDueKinds(tx, due, clock.now());
    for (const kind of kinds) {
      const now = clock.now();
      try {
        callout = await handleOne(tx, callout, kind, now);
      } catch (error) {
        log.error(
          { err: error, calloutId: callout.id, kind },
          "a due deadline could not be handled and is tried again",
        );
        await postponeDeadline(tx, due, kind, now.add({ seconds: retryAfterSeconds }), now);
      }
    }
    if (kinds.length > 0) tx.afterCommit(changes.signal);
    return kinds.length;
  });

  async function handleOne(
    tx: Queryable,
    callout: Callout,
    kind: DeadlineKind,
    now: Temporal.Instant,
  ): Promise<Callout> {
    const partner = await partners.find(callout.customerSourceId);
    if (!partner) throw new Error(`Callout ${callout.id} belongs to no known customer source`);
    const { timing } = partner.policies;
    const applied = await tx.transaction((inner) =>
      kind === "dispatch" || kind === "progress"
        ? handlers[kind](inner, callout, now, timing)
        : applyEvent(inner, callout, { type: "deadlineDue", kind }, now, timing),
    );
    if (!applied.ok) throw new Error(`The deadline was refused: ${applied.reason}`);
    return applied.callout;
  }
}

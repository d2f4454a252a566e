import { type CalloutPhase, type Timing, timingFor } from "@tocsin/domain";
import { recordAudit } from "../audit/index.ts";
import { applyEvent, type Callout, lockCallout, refusal } from "../callouts/index.ts";
import { findQueueRow, locateCallout, type QueueRow } from "../control-room/index.ts";
import type { Queryable } from "../db/index.ts";
import { notFound } from "../errors.ts";
import { asActor } from "../operators/index.ts";
import { markAdvanced, withdrawNotices } from "./demo-store.ts";
import { makeOffer, nextEvent } from "./next-step.ts";
import type { Advance, AdvanceMeans, AdvanceTo } from "./types.ts";

/** How far along the way a callout is in each phase. */
const progress: Readonly<Record<CalloutPhase, number>> = {
  awaiting: 0,
  offering: 0,
  assigned: 1,
  onScene: 2,
  completed: 3,
  // whoever is cancelled can only be closed
  cancelled: 0,
  closed: 4,
};
const goals: Readonly<Record<AdvanceTo, number>> = { dispatched: 1, arrived: 2, completed: 3, closed: 4 };

/**
 * Walks a callout forward, step by step, through the events that a responder and a controller would cause; nothing happens
 * when it is there already. Simulated responders leave it alone from then on.
 * @returns the callout's row as it is now
 * @throws AppError `not-found`; `callout-state` when it can't go there; `responder-unfit` when nobody is free to be sent
 */
export async function advanceCallout(means: AdvanceMeans, asked: Advance): Promise<QueueRow> {
  const { db, clock, changes, partners } = means;
  const { calloutId, operator, to, webhooks } = asked;
  const customerSourceId = await locateCallout(db, calloutId);
  const partner = await partners.find(customerSourceId);
  if (!partner) throw new Error(`Callout ${calloutId} belongs to no known customer source`);
  await db.transaction(async (tx) => {
    const callout = await lockCallout(tx, customerSourceId, calloutId);
    if (!callout) throw notFound(`Callout ${calloutId}`);
    await markAdvanced(tx, customerSourceId, calloutId);
    await walk(means, tx, callout, asked, timingFor(partner.policies.timing, callout.responseTypeId));
    if (!webhooks) await withdrawNotices(tx, customerSourceId, calloutId, callout.sequence);
    const subject = { kind: "callout", id: calloutId, customerSourceId } as const;
    const note = { actor: asActor(operator), action: "advance-callout", subject, body: { to, webhooks } };
    await recordAudit(tx, note, clock.now());
    tx.afterCommit(changes.signal);
  });
  const row = await findQueueRow(db, calloutId);
  if (!row) throw new Error(`Callout ${calloutId} is gone, though it was just advanced`);
  return row;
}

async function walk(
  means: AdvanceMeans,
  tx: Queryable,
  from: Callout,
  { to, operator }: Advance,
  timing: Timing,
): Promise<void> {
  let callout = from;
  while (progress[callout.phase] < goals[to]) {
    const moment = { now: means.clock.now(), timing };
    callout = await makeOffer(means, tx, callout, moment);
    // a cancelled callout can be closed and nothing else: the transition says so
    const event = await nextEvent(means, tx, callout, { operator, to });
    const applied = await applyEvent(tx, callout, event, moment.now, timing);
    if (!applied.ok) throw refusal(callout, applied);
    callout = applied.callout;
  }
}

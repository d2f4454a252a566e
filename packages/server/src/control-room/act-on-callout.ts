import { type CalloutEvent, timingFor } from "@tocsin/domain";
import { recordAudit } from "../audit/index.ts";
import { attemptChange, lockCallout, peekCallouts, refusal } from "../callouts/index.ts";
import type { Capabilities } from "../capabilities.ts";
import type { Queryable } from "../db/index.ts";
import { type DispatchByHand, dispatchByHand, type FleetView } from "../dispatch/index.ts";
import { notFound } from "../errors.ts";
import { type ActingOperator, asActor, asController } from "../operators/index.ts";
import type { Partner, PartnerDirectory } from "../partners/index.ts";
import { findQueueRow, locateCallout } from "./read-queue.ts";
import type { QueueRow } from "./types.ts";

export interface ActMeans extends Pick<Capabilities, "db" | "clock" | "changes"> {
  readonly partners: PartnerDirectory;
}

/** What somebody in the control room does to a callout. */
export interface Act {
  readonly calloutId: number;
  readonly operator: ActingOperator;
  /** The operation's id, for the audit. */
  readonly action: string;
  /** How it was asked for, for the audit. */
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * Lets an event happen to a callout at a controller's wish, and keeps who wished it, in one transaction.
 * @returns the callout's row as it is now
 * @throws AppError `not-found`, or `callout-state` that names the state and what is possible in it
 */
export async function actOnCallout(means: ActMeans, act: Act, event: CalloutEvent): Promise<QueueRow> {
  return auditedAct(means, act, async (tx, { customerSourceId, policies }) => {
    const change = {
      customerSourceId,
      calloutId: act.calloutId,
      timing: policies.timing,
      event: () => event,
    };
    const attempt = await attemptChange({ ...means, db: tx }, change);
    if (!attempt) return false;
    const { callout, applied } = attempt;
    // a second click of who has it already is no mistake
    if (!applied.ok && applied.reason !== "alreadyOwner") throw refusal(callout, applied);
    return true;
  });
}

/** Sends a responder by hand. @throws AppError `not-found`, `responder-unfit`, `callout-state` */
export async function sendResponder(
  means: ActMeans & { readonly fleetView: FleetView },
  act: Act,
  command: Omit<DispatchByHand, "by" | "routed">,
): Promise<QueueRow> {
  const { clock, changes, fleetView } = means;
  const routed = await routeResponder(means, act.calloutId, command.responderId);
  return auditedAct(means, act, async (tx, partner) => {
    const callout = await lockCallout(tx, partner.customerSourceId, act.calloutId);
    if (!callout) return false;
    const timing = timingFor(partner.policies.timing, callout.responseTypeId);
    const subject = { callout, partner, now: clock.now(), timing };
    await dispatchByHand(fleetView, tx, subject, { ...command, routed, by: asController(act.operator) });
    tx.afterCommit(changes.signal);
    return true;
  });
}

/** What the router says of this one, asked while nothing is held. */
async function routeResponder(
  { db, fleetView }: Pick<ActMeans, "db"> & { readonly fleetView: FleetView },
  calloutId: number,
  responderId: number,
): Promise<ReadonlyMap<number, number>> {
  const position = fleetView.fleet.find(responderId)?.fix;
  if (fleetView.eta.method === null || !position) return new Map();
  const customerSourceId = await locateCallout(db, calloutId);
  const [callout] = await peekCallouts(db, [{ customerSourceId, calloutId }]);
  return callout?.position
    ? fleetView.eta.route(callout.position, [{ responderId, position }])
    : new Map<number, number>();
}

async function auditedAct(
  { db, clock, partners }: ActMeans,
  { calloutId, operator, action, body }: Act,
  change: (tx: Queryable, partner: Partner) => Promise<boolean>,
): Promise<QueueRow> {
  const customerSourceId = await locateCallout(db, calloutId);
  const partner = await partners.find(customerSourceId);
  if (!partner) throw new Error(`Callout ${calloutId} belongs to no known customer source`);
  await db.transaction(async (tx) => {
    if (!(await change(tx, partner))) throw notFound(`Callout ${calloutId}`);
    const subject = { kind: "callout", id: calloutId, customerSourceId } as const;
    await recordAudit(tx, { actor: asActor(operator), action, subject, body }, clock.now());
  });
  const row = await findQueueRow(db, calloutId);
  if (!row) throw new Error(`Callout ${calloutId} is gone, though it was just changed`);
  return row;
}

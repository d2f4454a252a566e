import type { Actor, VisitEvent } from "@tocsin/domain";
import { recordAudit } from "../audit/index.ts";
import type { Capabilities } from "../capabilities.ts";
import type { Queryable } from "../db/index.ts";
import { AppError, notFound } from "../errors.ts";
import { type ActingOperator, asActor, asController } from "../operators/index.ts";
import { type Fleet, isOnDuty, type Responder } from "../responders/index.ts";
import { changeVisit } from "./change-visit.ts";
import { noSuchVisit } from "./refusals.ts";
import type { Visit, VisitRow } from "./types.ts";
import { lockVisit } from "./visit-store.ts";
import { findVisitRows } from "./visit-view.ts";

export type VisitMeans = Pick<Capabilities, "db" | "clock" | "changes">;

/**
 * The control room says who is to go, instead of whoever was before. Visits are planned, so a shift that has not begun is no
 * hindrance.
 * @throws AppError `not-found`: no such visit or responder; `visit-state` with the state
 */
export async function assignVisit(
  means: VisitMeans & { readonly fleet: Fleet },
  operator: ActingOperator,
  visitId: number,
  responderId: number,
): Promise<VisitRow> {
  return actOnVisit(means, visitId, async (tx, visit, now) => {
    const responder = means.fleet.find(responderId)?.responder;
    const isThere = responder?.disabledAt === null && (await mayServe(tx, visit, responder));
    if (!isThere) throw notFound(`Responder ${responderId}`);
    const event = { type: "assigned", responderId } as const;
    await changeVisit(tx, visit, { event, by: asController(operator) }, now);
    const subject = { kind: "visit", id: visitId, customerSourceId: visit.customerSourceId } as const;
    const note = { actor: asActor(operator), action: "assign-visit", subject, body: { responderId } };
    await recordAudit(tx, note, now);
  });
}

/**
 * A responder on duty takes what nobody has. Taking one's own again changes nothing: the first answer may have got lost.
 * @throws AppError `not-found`, `off-duty`, `visit-state`
 */
export async function takeVisit(means: VisitMeans, responder: Responder, visitId: number): Promise<VisitRow> {
  return actOnVisit(means, visitId, async (tx, visit, now) => {
    if (!(await mayServe(tx, visit, responder))) throw noSuchVisit(visitId);
    if (!isOnDuty(responder, now))
      throw new AppError("off-duty", "You are off duty: begin your shift first (PUT /responder/v1/shift).");
    if (visit.phase === "assigned" && visit.responderId === responder.id) return;
    const event = { type: "taken", responderId: responder.id } as const;
    await changeVisit(tx, visit, { event, by: asResponder(responder) }, now);
  });
}

/** The responder is there. @throws AppError `not-found`: not theirs; `visit-state` with the state */
export function arriveAtVisit(means: VisitMeans, responder: Responder, visitId: number): Promise<VisitRow> {
  return progress(means, responder, visitId, "arrived", null);
}

/** The work is done. @throws AppError `not-found`: not theirs; `visit-state` with the state */
export function completeVisit(
  means: VisitMeans,
  responder: Responder,
  visitId: number,
  notes: string | null,
): Promise<VisitRow> {
  return progress(means, responder, visitId, "completed", notes);
}

function progress(
  means: VisitMeans,
  responder: Responder,
  visitId: number,
  type: "arrived" | "completed",
  notes: string | null,
): Promise<VisitRow> {
  return actOnVisit(means, visitId, async (tx, visit, now) => {
    const event: VisitEvent = { type, responderId: responder.id };
    await changeVisit(tx, visit, { event, by: asResponder(responder), notes }, now);
  });
}

/** Holds the visit while somebody acts on it, and answers it as it is then. */
async function actOnVisit(
  { db, clock, changes }: VisitMeans,
  visitId: number,
  act: (tx: Queryable, visit: Visit, now: Temporal.Instant) => Promise<void>,
): Promise<VisitRow> {
  return db.transaction(async (tx) => {
    const visit = await lockVisit(tx, visitId);
    if (!visit) throw noSuchVisit(visitId);
    await act(tx, visit, clock.now());
    tx.afterCommit(changes.signal);
    return rowOf(tx, visitId);
  });
}

/** Simulated responders are there for the demo's visits alone. */
async function mayServe(tx: Queryable, { id }: Visit, { isDemo }: Responder): Promise<boolean> {
  return !isDemo || (await rowOf(tx, id)).customerSource.isDemo;
}

async function rowOf(tx: Queryable, visitId: number): Promise<VisitRow> {
  const row = (await findVisitRows(tx, [visitId])).get(visitId);
  if (!row) throw new Error(`Visit ${visitId} is gone, though it is held`);
  return row;
}

function asResponder({ id, name }: Responder): Actor {
  return { kind: "responder", id, name };
}

import fc from "fast-check";
import type { CalloutEvent } from "../events.ts";
import { act } from "./act.ts";
import { dropOffer, dropOffers, dropWork, type Model } from "./model.ts";
import { responder } from "./people.ts";

const responders = fc.constantFrom(1, 2, 3);
/** The live one, or one that is spent, or one that never was. */
const picks = fc.nat(4);

function offerOf(model: Model, responderId: number, pick: number): number {
  return pick < 3
    ? (model.asked.get(responderId)?.offerId ?? model.spentOffers.at(-1) ?? 0)
    : (model.spentOffers[pick] ?? 0);
}

function workOf(model: Model, responderId: number, pick: number): number {
  const current = model.sent.get(responderId)?.assignmentId;
  return pick < 3 ? (current ?? model.spentAssignments.at(-1) ?? 0) : (model.spentAssignments[pick] ?? 0);
}

function whoHas(
  rows: ReadonlyMap<number, { readonly offerId?: number; readonly assignmentId?: number }>,
  id: number,
) {
  for (const [responderId, row] of rows)
    if (row.offerId === id || row.assignmentId === id) return responderId;
  return null;
}

const accepts = fc.tuple(responders, picks).map(([responderId, pick]) =>
  act(`responder ${responderId} accepts`, (model, world) => {
    const offerId = offerOf(model, responderId, pick);
    const assignmentId = world.nextId();
    const holder = whoHas(model.asked, offerId);
    const event: CalloutEvent = {
      type: "offerAccepted",
      offerId,
      assignmentId,
      etaSeconds: 60,
      by: responder(responderId),
    };
    return {
      event,
      isLegal: holder !== null,
      note: () => {
        dropOffers(model);
        model.sent.set(holder ?? 0, { assignmentId, isThere: false });
      },
    };
  }),
);

const declines = fc.tuple(responders, picks).map(([responderId, pick]) =>
  act(`responder ${responderId} declines`, (model) => {
    const offerId = offerOf(model, responderId, pick);
    const holder = whoHas(model.asked, offerId);
    const event: CalloutEvent = {
      type: "offerDeclined",
      offerId,
      reason: null,
      by: responder(responderId),
    };
    return { event, isLegal: holder !== null, note: () => dropOffer(model, holder ?? 0) };
  }),
);

const arrives = fc.tuple(responders, picks).map(([responderId, pick]) =>
  act(`responder ${responderId} arrives`, (model) => {
    const assignmentId = workOf(model, responderId, pick);
    const work = [...model.sent.values()].find((each) => each.assignmentId === assignmentId);
    return {
      event: { type: "arrived", assignmentId, position: null, by: responder(responderId) },
      isLegal: work !== undefined && !work.isThere,
      note: () => work && Object.assign(work, { isThere: true }),
    };
  }),
);

const completes = fc.tuple(responders, picks).map(([responderId, pick]) =>
  act(`responder ${responderId} completes`, (model) => {
    const assignmentId = workOf(model, responderId, pick);
    const worker = whoHas(model.sent, assignmentId);
    return {
      event: { type: "completed", assignmentId, outcome: null, notes: null, by: responder(responderId) },
      isLegal: worker !== null && model.sent.get(worker)?.isThere === true,
      note: () => {
        dropWork(model, worker ?? 0);
        dropOffers(model);
        model.isCompleted = true;
      },
    };
  }),
);

const aborts = fc.tuple(responders, picks).map(([responderId, pick]) =>
  act(`responder ${responderId} gives up`, (model) => {
    const assignmentId = workOf(model, responderId, pick);
    const worker = whoHas(model.sent, assignmentId);
    const event: CalloutEvent = {
      type: "aborted",
      assignmentId,
      reason: "flat tyre",
      by: responder(responderId),
    };
    return { event, isLegal: worker !== null, note: () => dropWork(model, worker ?? 0) };
  }),
);

/** What the three responders do, in time or too late. */
export const responderActs = fc.oneof(accepts, declines, arrives, completes, aborts);

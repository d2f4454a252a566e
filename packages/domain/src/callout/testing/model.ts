import type { CalloutPhase } from "../state.ts";

/** A callout as somebody reading the contract would keep it on a sheet of paper. */
export interface Model {
  ended: "cancelled" | "closed" | null;
  duress: boolean;
  isCompleted: boolean;
  ownerId: number | null;
  /** Who has an offer to answer, and by when in seconds since the raise. */
  readonly asked: Map<number, { readonly offerId: number; readonly untilSeconds: number }>;
  readonly sent: Map<number, { readonly assignmentId: number; isThere: boolean }>;
  /** Ids of answers that came too late, and of work that is over. */
  readonly spentOffers: number[];
  readonly spentAssignments: number[];
}

export function startModel(): Model {
  return {
    ended: null,
    duress: false,
    isCompleted: false,
    ownerId: null,
    asked: new Map(),
    sent: new Map(),
    spentOffers: [],
    spentAssignments: [],
  };
}

/** Panic-v2 §2: the furthest responder counts. */
export function expectedPhase({ ended, isCompleted, sent, asked }: Model): CalloutPhase {
  if (ended) return ended;
  if (isCompleted) return "completed";
  if ([...sent.values()].some(({ isThere }) => isThere)) return "onScene";
  if (sent.size > 0) return "assigned";
  return asked.size > 0 ? "offering" : "awaiting";
}

/** Active, and nobody has completed it. */
export function isGoing(model: Model): boolean {
  return model.ended === null && !model.isCompleted;
}

export function dropOffer(model: Model, responderId: number): void {
  const offer = model.asked.get(responderId);
  if (offer) model.spentOffers.push(offer.offerId);
  model.asked.delete(responderId);
}

export function dropWork(model: Model, responderId: number): void {
  const work = model.sent.get(responderId);
  if (work) model.spentAssignments.push(work.assignmentId);
  model.sent.delete(responderId);
}

export function dropOffers(model: Model): void {
  for (const responderId of model.asked.keys()) dropOffer(model, responderId);
}

export function end(model: Model, as: "cancelled" | "closed"): void {
  dropOffers(model);
  for (const responderId of model.sent.keys()) dropWork(model, responderId);
  model.ended = as;
}

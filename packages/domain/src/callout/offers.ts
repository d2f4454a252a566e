import { estimateMethod } from "../geo/eta.ts";
import { system } from "./actor.ts";
import type { Refusal } from "./decision.ts";
import type { DispatchCandidate } from "./events.ts";
import { offersAtOnce } from "./ladder.ts";
import { activeAssignments, liveOffers, wantsHelp } from "./phase.ts";
import { endOffers, setAssignment, setOffer } from "./release.ts";
import { change, type Rule, refuse, unchanged } from "./rule.ts";
import type { Assignment, CalloutState, Offer, OfferState } from "./state.ts";
import type { TimelineEntry } from "./timeline.ts";
import type { Moment } from "./timing.ts";
import { sayTooFar } from "./unattended.ts";

/** The fleet was ranked: offer to the best who was not asked in this round, as many as the ladder allows. */
export const dispatchLooked: Rule<"dispatchLooked"> = (state, event, moment) => {
  const live = liveOffers(state);
  const room = offersAtOnce(state.endedOffers) - live.length;
  if (!wantsHelp(state) || room <= 0) return unchanged(state);
  const { retryLookSeconds, roundPauseSeconds } = moment.timing;
  const reachable = event.candidates.filter((candidate) => isReachable(state, candidate));
  const unasked = reachable.filter(({ responderId }) => !state.asked.includes(responderId));
  const chosen = unasked.filter(({ reservable }) => reservable).slice(0, room);
  const made = zip(chosen, event.offerIds).map(([candidate, offerId]) =>
    newOffer(candidate, offerId, moment),
  );
  if (made.length > 0) {
    const next = {
      ...made.reduce(setOffer, state),
      asked: [...state.asked, ...made.map(({ responderId }) => responderId)],
    };
    return change(next, made.map(describeOffered), { rearm: { dispatch: retryLookSeconds } });
  }
  const tooFar = event.tooFar && isReachable(state, event.tooFar) ? event.tooFar : null;
  const isNews = reachable.length === 0 && live.length === 0 && state.unattendedAt === null;
  if (tooFar && isNews) return sayTooFar(state, tooFar, moment);
  const isExhausted = reachable.length > 0 && unasked.length === 0 && live.length === 0;
  if (!isExhausted) return unchanged(state, { dispatch: retryLookSeconds });
  return change(
    { ...state, asked: [] },
    [{ kind: "listExhausted", actor: system, body: { asked: state.asked.length } }],
    {
      rearm: { dispatch: roundPauseSeconds },
    },
  );
};

/** The first to accept wins; whoever else was asked is released. An offer not yet timed out may be accepted, however late. */
export const offerAccepted: Rule<"offerAccepted"> = (state, event, { now }) => {
  const offer = findLive(state, event.offerId);
  if (typeof offer === "string") return refuse(offer);
  const { etaSeconds, etaMethod = estimateMethod } =
    event.etaSeconds === null ? offer : { ...event, etaSeconds: event.etaSeconds };
  const accepted = setOffer(state, { ...offer, state: "accepted", endedAt: now });
  const assignment: Assignment = {
    assignmentId: event.assignmentId,
    responderId: offer.responderId,
    offerId: offer.offerId,
    byHand: false,
    state: "assigned",
    etaSeconds,
    etaMethod,
    assignedAt: now,
    arrivedAt: null,
    endedAt: null,
    alarmedAt: null,
  };
  const rest = endOffers(accepted, liveOffers(accepted), "withdrawn", now);
  const { offerId, responderId } = offer;
  const body = { offerId, responderId, assignmentId: event.assignmentId, etaSeconds, etaMethod };
  return change(
    setAssignment(rest.state, assignment),
    [{ kind: "offerAccepted", actor: event.by, body }, ...rest.entries],
    {
      notices: ["RESPONDER_ACKNOWLEDGED_CALLOUT", "RESPONDER_ACKNOWLEDGED_CALLOUT_WITH_ETA"],
    },
  );
};

export const offerDeclined: Rule<"offerDeclined"> = (state, { offerId, reason, by }, { now }) => {
  const offer = findLive(state, offerId);
  if (typeof offer === "string") return refuse(offer);
  const declined = setOffer(state, { ...offer, state: "declined", endedAt: now });
  const body = { offerId, responderId: offer.responderId, reason };
  return change(
    { ...declined, endedOffers: state.endedOffers + 1 },
    [{ kind: "offerDeclined", actor: by, body }],
    {
      rearm: { dispatch: 0 },
    },
  );
};

/** The deadline `offerExpiry` was due. */
export function expireOffers(state: CalloutState, { now, timing }: Moment): ReturnType<Rule<"deadlineDue">> {
  const expired = liveOffers(state).filter((offer) => isOver(offer, now, timing.offerSeconds));
  if (expired.length === 0) return unchanged(state);
  const rest = endOffers(state, expired, "expired", now);
  const endedOffers = state.endedOffers + expired.length;
  return change({ ...rest.state, endedOffers }, rest.entries, { rearm: { dispatch: 0 } });
}

/** More time left than any offer ever has means that the clock was set back: the deadline knows better. */
function isOver({ expiresAt }: Offer, now: Temporal.Instant, offerSeconds: number): boolean {
  const secondsLeft = (expiresAt.epochMilliseconds - now.epochMilliseconds) / 1000;
  return secondsLeft <= 0 || secondsLeft > offerSeconds;
}

const whyNotLive: Readonly<Record<Exclude<OfferState, "live">, Refusal>> = {
  accepted: "offerAccepted",
  declined: "offerDeclined",
  expired: "offerExpired",
  withdrawn: "offerWithdrawn",
};

function findLive(state: CalloutState, offerId: number): Offer | Refusal {
  const offer = state.offers.find((each) => each.offerId === offerId);
  if (!offer) return "unknownOffer";
  return offer.state === "live" ? offer : whyNotLive[offer.state];
}

/** Whom the control room stood down is not asked by itself again; a controller may still send them. */
function isReachable(state: CalloutState, { responderId }: Pick<DispatchCandidate, "responderId">): boolean {
  const isMine = (each: { readonly responderId: number }) => each.responderId === responderId;
  const wasStoodDown = state.assignments.some((each) => isMine(each) && each.state === "stoodDown");
  return !wasStoodDown && !liveOffers(state).some(isMine) && !activeAssignments(state).some(isMine);
}

function newOffer(candidate: DispatchCandidate, offerId: number, { now, timing }: Moment): Offer {
  const { responderId, etaSeconds, etaMethod = estimateMethod, distanceMetres } = candidate;
  const expiresAt = now.add({ seconds: timing.offerSeconds });
  return {
    offerId,
    responderId,
    state: "live",
    madeAt: now,
    expiresAt,
    endedAt: null,
    etaSeconds,
    etaMethod,
    distanceMetres,
  };
}

function describeOffered({
  offerId,
  responderId,
  etaSeconds,
  etaMethod,
  distanceMetres,
  expiresAt,
}: Offer): TimelineEntry {
  const body = {
    offerId,
    responderId,
    etaSeconds,
    etaMethod,
    distanceMetres,
    expiresAt: expiresAt.toString(),
  };
  return { kind: "offered", actor: system, body };
}

function zip<One, Other>(ones: readonly One[], others: readonly Other[]): [One, Other][] {
  return ones.flatMap((one, index): [One, Other][] => {
    const other = others[index];
    return other === undefined ? [] : [[one, other]];
  });
}

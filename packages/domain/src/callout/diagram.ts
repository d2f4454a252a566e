import type { Actor } from "./actor.ts";
import type { CalloutEvent, CalloutEventType, DispatchCandidate } from "./events.ts";
import { offersAtOnce } from "./ladder.ts";
import { activeAssignments, liveOffers } from "./phase.ts";
import type { CalloutPhase, CalloutState } from "./state.ts";
import { defaultTiming } from "./timing.ts";
import { transition } from "./transition.ts";

/** An event of this type can take a callout from one phase to the other; `from` is null before it exists. */
export interface PhaseEdge {
  readonly from: CalloutPhase | null;
  readonly event: CalloutEventType;
  readonly to: CalloutPhase;
}

/**
 * All edges between phases, found by asking {@link transition} itself: two responders and every event, from every
 * situation that can be reached. So a picture drawn of it cannot say anything else than the rules do.
 */
export function listPhaseEdges(): readonly PhaseEdge[] {
  const edges = new Map<string, PhaseEdge>();
  const seen = new Set<string>();
  const open: (CalloutState | null)[] = [null];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    for (const event of eventsFrom(state)) {
      const decision = transition(state, event, isLate(event) ? muchLater : start, defaultTiming);
      if (!decision.ok || decision.entries.length === 0) continue;
      const edge = { from: state?.phase ?? null, event: event.type, to: decision.state.phase };
      edges.set(`${edge.from} ${edge.event} ${edge.to}`, edge);
      const key = situation(decision.state);
      if (seen.has(key)) continue;
      seen.add(key);
      open.push(decision.state);
    }
  }
  return [...edges.values()];
}

const start = Temporal.Instant.fromEpochMilliseconds(0);
/** Whatever a timer waits for is over by then. */
const muchLater = start.add({ hours: 24 });
const responders = [1, 2] as const;
const controller: Actor = { kind: "controller", id: 1, name: "Controller" };
const responder: Actor = { kind: "responder", id: 1, name: "Responder" };
const integrator: Actor = { kind: "integrator", id: null, name: null };
const owner = { operatorId: 1, name: "Controller" };
const somewhere = { latitude: 0, longitude: 0, accuracy: null };

const request = {
  responseTypeId: 1,
  classificationId: 1,
  internalTest: false,
  installerIdentifier: null,
  externalReferenceId: null,
  position: somewhere,
};

function isLate({ type }: CalloutEvent): boolean {
  return type === "deadlineDue" || type === "progressLooked";
}

/** What matters for where a callout can go from here, whoever of the two it is; the rest would make the search endless. */
function situation({
  phase,
  offers,
  assignments,
  asked,
  endedOffers,
  duress,
  owner: has,
}: CalloutState): string {
  const live = offers.filter(({ state }) => state === "live").length;
  const reached = assignments.map(({ state }) => state).toSorted();
  const isWide = offersAtOnce(endedOffers) > 1;
  return [phase, duress, has !== null, isWide || endedOffers, asked.length, live, ...reached].join(" ");
}

function eventsFrom(state: CalloutState | null): readonly CalloutEvent[] {
  if (!state) return [{ type: "raised", request, by: integrator }];
  const offerIds = liveOffers(state).map(({ offerId }) => offerId);
  const assignmentIds = activeAssignments(state).map(({ assignmentId }) => assignmentId);
  return [
    ...incidentEvents,
    ...controlEvents,
    ...timerEvents(),
    ...offerIds.flatMap((offerId) => answers(offerId)),
    ...assignmentIds.flatMap((assignmentId) => reports(assignmentId)),
  ];
}

const incidentEvents: readonly CalloutEvent[] = [
  { type: "raisedAgain", request, by: integrator },
  { type: "superseded" },
  { type: "moved", position: somewhere, by: integrator },
  { type: "commented", message: "", source: null, by: integrator },
  { type: "cancelled", kind: "plain", reason: null, by: integrator },
  { type: "cancelled", kind: "verified", reason: null, by: integrator },
  { type: "cancelled", kind: "duress", reason: null, by: integrator },
  { type: "dismissed", by: integrator },
];

const byHand = {
  etaSeconds: null,
  instruction: null,
  unfit: [],
  overrideReason: null,
  by: controller,
} as const;

const controlEvents: readonly CalloutEvent[] = [
  ...responders.flatMap((responderId): CalloutEvent[] => [
    { type: "dispatchedByHand", assignmentId: responderId, responderId, additional: false, ...byHand },
    { type: "dispatchedByHand", assignmentId: responderId, responderId, additional: true, ...byHand },
    { type: "stoodDown", responderId, reason: "", by: controller },
  ]),
  { type: "completed", assignmentId: null, outcome: null, notes: null, by: controller },
  { type: "owned", owner, force: false },
  { type: "released", operator: owner, force: false },
  { type: "verified", classificationId: 1, by: controller },
  { type: "duressCleared", reason: "", by: controller },
  { type: "closed", outcome: "attended", notes: null, by: controller },
];

/** Apart from the assignments made by hand, which have the responder's. */
const firstOfferId = 100;

function timerEvents(): readonly CalloutEvent[] {
  const candidates = responders.map((responderId): DispatchCandidate => {
    return { responderId, etaSeconds: 0, distanceMetres: 0, reservable: true };
  });
  // one look may find whom the one before did not
  const looks = [candidates, ...candidates.map((each) => [each])];
  const kinds = ["offerExpiry", "unattended", "onScene", "autoClose"] as const;
  return [
    ...looks.map((found): CalloutEvent => {
      const offerIds = found.map(({ responderId }) => firstOfferId + responderId);
      return { type: "dispatchLooked", candidates: found, offerIds };
    }),
    { type: "progressLooked", responders: [] },
    ...kinds.map((kind): CalloutEvent => ({ type: "deadlineDue", kind })),
  ];
}

function answers(offerId: number): readonly CalloutEvent[] {
  return [
    { type: "offerAccepted", offerId, assignmentId: offerId, etaSeconds: null, by: responder },
    { type: "offerDeclined", offerId, reason: null, by: responder },
  ];
}

function reports(assignmentId: number): readonly CalloutEvent[] {
  return [
    { type: "arrived", assignmentId, position: null, by: responder },
    { type: "completed", assignmentId, outcome: null, notes: null, by: responder },
    { type: "aborted", assignmentId, reason: "", by: responder },
  ];
}

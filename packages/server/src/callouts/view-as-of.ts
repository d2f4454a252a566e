import { REAL, type TimelineBody, type TimelineKind } from "@tocsin/domain";
import type { CalloutView, SentResponder } from "./view.ts";

/** A moment in a callout's life: when its timeline had come to `sequence`. */
export interface CalloutMoment {
  readonly customerSourceId: number;
  readonly calloutId: number;
  readonly sequence: number;
  /** As that moment left it; null: not known, and then as it is now. */
  readonly phase: CalloutView["phase"] | null;
  readonly at: Temporal.Instant;
}

/** A line of the timeline, as far as a view depends on it. */
export interface PastLine {
  readonly sequence: number;
  readonly kind: TimelineKind;
  readonly body: TimelineBody;
  readonly at: Temporal.Instant;
}

/** An assignment as it is now; several of one responder are several. */
export type SentEver = SentResponder & { readonly assignmentId: number };

/** The callout as it is now, with everything that is needed to take back what happened since. */
export interface PresentCallout {
  readonly view: Omit<CalloutView, "sent">;
  /** Oldest first. */
  readonly sentEver: readonly SentEver[];
  /** Oldest first; empty when nothing has happened since. */
  readonly timeline: readonly PastLine[];
  /** Where the place is; null without one. */
  readonly placePosition: { readonly latitude: number; readonly longitude: number } | null;
}

/**
 * The callout as it was read at that moment: whatever its timeline says happened later is taken back. What is no part of the
 * timeline (the names of the place and of people) is as it is now.
 */
export function viewAsOf(present: PresentCallout, { sequence, phase }: CalloutMoment): CalloutView {
  const later = present.timeline.filter((line) => line.sequence > sequence);
  const before = present.timeline.filter((line) => line.sequence <= sequence);
  const { view } = present;
  const isNow = later.length === 0;
  const cancelledLater = later.some(({ kind }) => kind === "cancelled");
  return {
    ...view,
    ...(isNow
      ? {}
      : { ...positionAfter(before, present), classificationId: classificationAfter(before, view) }),
    phase: phase ?? view.phase,
    cancelledAt: cancelledLater ? null : view.cancelledAt,
    sent: newestOfEach(takeBack(present.sentEver, later)),
  };
}

/** Without what was done later: who was sent later was not, who came later had not come. */
function takeBack(sentEver: readonly SentEver[], later: readonly PastLine[]): SentEver[] {
  const idsOf = (...kinds: TimelineKind[]): ReadonlySet<unknown> =>
    new Set(later.filter(({ kind }) => kinds.includes(kind)).map(({ body }) => body.assignmentId));
  const sent = idsOf("offerAccepted", "dispatchedByHand");
  const came = idsOf("arrived");
  const ended = idsOf("completed", "aborted", "stoodDown");
  return sentEver
    .filter(({ assignmentId }) => !sent.has(assignmentId))
    .map((each) => {
      const arrivedAt = came.has(each.assignmentId) ? null : each.arrivedAt;
      if (!ended.has(each.assignmentId)) return { ...each, arrivedAt };
      return { ...each, arrivedAt, endedAt: null, state: arrivedAt ? "onScene" : "assigned" };
    });
}

/** One for each responder, the newest, in the order in which they were first sent. */
function newestOfEach(sentEver: readonly SentEver[]): SentResponder[] {
  const newest = new Map<number, SentResponder>();
  for (const { assignmentId, ...each } of sentEver) {
    const firstAssignmentId = newest.get(each.responderId)?.firstAssignmentId ?? assignmentId;
    newest.set(each.responderId, { ...each, firstAssignmentId });
  }
  return [...newest.values()];
}

function positionAfter(
  lines: readonly PastLine[],
  { view, placePosition }: PresentCallout,
): Pick<CalloutView, "position" | "positionAt"> {
  const said = lines.findLast(
    ({ kind, body }) => saysPosition.has(kind) && typeof body.latitude === "number",
  );
  if (!said) {
    const raisedAtPlace = placePosition && { ...placePosition, accuracy: null };
    return { position: raisedAtPlace, positionAt: view.raisedAt };
  }
  const { latitude, longitude, accuracy } = said.body;
  return {
    position: {
      latitude: Number(latitude),
      longitude: Number(longitude),
      accuracy: typeof accuracy === "number" ? accuracy : null,
    },
    positionAt: said.kind === "raised" ? view.raisedAt : said.at,
  };
}

const saysPosition: ReadonlySet<TimelineKind> = new Set(["raised", "raisedAgain", "moved"]);

/** A controller's verdict counts, and a REAL repeat lifts the callout (panic-v2 §2, Folding). */
function classificationAfter(lines: readonly PastLine[], view: PresentCallout["view"]): number {
  return lines.reduce((classificationId, { kind, body }) => {
    const said = Number(body.classificationId);
    if (kind === "raised" || kind === "verified") return said;
    return kind === "raisedAgain" && said === REAL ? REAL : classificationId;
  }, view.classificationId);
}

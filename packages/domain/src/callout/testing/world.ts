import type { DeadlineKind } from "../deadline.ts";
import type { Accepted, Alarm, Decision } from "../decision.ts";
import type { CalloutEvent } from "../events.ts";
import type { Notice } from "../notice.ts";
import type { Assignment, CalloutState, Offer } from "../state.ts";
import type { TimelineEntry } from "../timeline.ts";
import { defaultTiming, type TimingPolicy } from "../timing.ts";
import { transition } from "../transition.ts";

export const dawn = Temporal.Instant.from("2026-01-01T00:00:00Z");

/**
 * What a shell does with decisions, in memory: rows, deadlines, outbox and timeline of one callout. The state it hands in
 * is put together from the rows it was told to write, so an effect that is forgotten shows.
 */
export class World {
  now = dawn;
  state: CalloutState | null = null;
  readonly timing: TimingPolicy;
  readonly offers = new Map<number, Offer>();
  readonly assignments = new Map<number, Assignment>();
  readonly deadlines = new Map<DeadlineKind, Temporal.Instant>();
  readonly timeline: TimelineEntry[] = [];
  readonly outbox: Notice[] = [];
  readonly alarms: Alarm[] = [];
  #lastId = 0;

  constructor(timing: TimingPolicy = defaultTiming) {
    this.timing = timing;
  }

  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  pass(seconds: number): void {
    this.now = this.now.add({ seconds });
  }

  /** Lets an event happen; whatever comes of it is kept. */
  apply(event: CalloutEvent): Decision {
    const decision = transition(freeze(this.load()), freeze(event), this.now, this.timing);
    if (decision.ok) this.#save(decision);
    return decision;
  }

  /** The state as its rows tell it: of each responder the newest. */
  load(): CalloutState | null {
    if (!this.state) return null;
    return { ...this.state, offers: newestOfEach(this.offers), assignments: newestOfEach(this.assignments) };
  }

  earliestDeadline(): { readonly kind: DeadlineKind; readonly dueAt: Temporal.Instant } | null {
    const [first] = [...this.deadlines].toSorted(([, one], [, other]) =>
      Temporal.Instant.compare(one, other),
    );
    return first ? { kind: first[0], dueAt: first[1] } : null;
  }

  #save({ state, effects, deadlines, entries, notices, alarms }: Accepted): void {
    this.state = state;
    for (const offer of effects.offers) this.offers.set(offer.offerId, offer);
    for (const assignment of effects.assignments) this.assignments.set(assignment.assignmentId, assignment);
    for (const { kind, dueAt } of deadlines) {
      if (dueAt) this.deadlines.set(kind, dueAt);
      else this.deadlines.delete(kind);
    }
    this.timeline.push(...entries);
    this.outbox.push(...notices);
    this.alarms.push(...alarms);
  }
}

function newestOfEach<Row extends { readonly responderId: number }>(rows: ReadonlyMap<number, Row>): Row[] {
  return [...new Map([...rows.values()].map((row) => [row.responderId, row])).values()];
}

/** A pure function has no business with what it was given but to read it. */
function freeze<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null || value instanceof Temporal.Instant) return value;
  for (const member of Object.values(value)) freeze(member);
  return Object.freeze(value);
}

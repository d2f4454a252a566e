import { expect } from "vitest";
import type { DeadlineKind } from "../deadline.ts";
import type { Accepted } from "../decision.ts";
import type { CalloutEvent } from "../events.ts";
import { activeAssignments, liveOffers, phaseOf } from "../phase.ts";
import type { CalloutPhase, CalloutState } from "../state.ts";
import type { World } from "./world.ts";

/** Of these at least one runs in the phase; nothing may wait unseen (the first promise). */
const watchers: Readonly<Record<Exclude<CalloutPhase, "closed">, readonly (readonly DeadlineKind[])[]>> = {
  awaiting: [["unattended"], ["dispatch"]],
  offering: [["unattended"], ["offerExpiry"]],
  assigned: [["progress"]],
  onScene: [["onScene"]],
  completed: [["autoClose", "progress", "onScene"]],
  cancelled: [["autoClose"]],
};

/** What holds after every decision, whatever led to it. */
export function checkWorld(world: World): void {
  const { state, deadlines } = world;
  if (!state) return;
  expect(state.phase).toBe(phaseOf(state));
  checkRows(world, state);
  checkOutbox(world, state);
  if (state.phase === "closed") {
    expect([...deadlines.keys()]).toEqual([]);
    return;
  }
  for (const kinds of watchers[state.phase]) expect(kinds.some((kind) => deadlines.has(kind))).toBe(true);
  expect(deadlines.has("offerExpiry")).toBe(liveOffers(state).length > 0);
}

function checkRows(world: World, state: CalloutState): void {
  const loaded = world.load();
  expect(new Set(loaded?.offers)).toEqual(new Set(state.offers));
  expect(new Set(loaded?.assignments)).toEqual(new Set(state.assignments));
  const live = [...world.offers.values()].filter((offer) => offer.state === "live");
  const atWork = [...world.assignments.values()].filter(
    (each) => each.state === "assigned" || each.state === "onScene",
  );
  expect(new Set(live)).toEqual(new Set(liveOffers(state)));
  expect(new Set(atWork)).toEqual(new Set(activeAssignments(state)));
  expect(live.length).toBeLessThanOrEqual(3);
  const bound = [...live, ...atWork].map(({ responderId }) => responderId);
  expect(new Set(bound).size).toBe(bound.length);
  if (state.cancelledAt || state.closedAt) expect(bound).toEqual([]);
}

/** No fact is told twice, none is forgotten, and the first and the last word are what they must be. */
function checkOutbox({ outbox, offers, assignments }: World, state: CalloutState): void {
  const told = (...names: readonly string[]) => outbox.filter((notice) => names.includes(notice)).length;
  const sent = [...assignments.values()];
  expect(outbox[0]).toBe("NEW_CALLOUT");
  expect(told("NEW_CALLOUT")).toBe(1);
  expect(told("CALLOUT_CLOSED")).toBe(state.closedAt ? 1 : 0);
  expect(outbox.indexOf("CALLOUT_CLOSED")).toBe(state.closedAt ? outbox.length - 1 : -1);
  const cancels = told("CALLOUT_SOFT_CANCELLED_BY_CUSTOMER", "CALLOUT_NO_LONGER_REQUIRES_RESPONSE");
  expect(cancels).toBe(state.cancelledAt ? 1 : 0);
  expect(told("RESPONDER_ACKNOWLEDGED_CALLOUT")).toBe(
    [...offers.values()].filter((offer) => offer.state === "accepted").length,
  );
  expect(told("RESPONDER_MANUALLY_DISPATCHED")).toBe(sent.filter(({ byHand }) => byHand).length);
  expect(told("RESPONDER_ARRIVED_ON_SCENE")).toBe(sent.filter(({ arrivedAt }) => arrivedAt).length);
}

/** What holds of one accepted decision. */
export function checkAccepted(
  before: CalloutState | null,
  event: CalloutEvent,
  decision: Accepted,
  now: Temporal.Instant,
): void {
  const { state, entries, effects, notices, alarms, deadlines } = decision;
  const isSilent = entries.length === 0;
  if (isSilent) {
    expect(["dispatchLooked", "progressLooked", "deadlineDue"]).toContain(event.type);
    expect({ state, effects, notices, alarms }).toEqual({
      state: before,
      effects: { offers: [], assignments: [] },
      notices: [],
      alarms: [],
    });
  }
  expect(new Set(notices).size).toBe(notices.length);
  expect(new Set(deadlines.map(({ kind }) => kind)).size).toBe(deadlines.length);
  if (before?.phase === "closed") expect(state).toEqual(before);
  if (before?.phase === "cancelled") expect(["cancelled", "closed"]).toContain(state.phase);
  checkFired(event, decision, now);
}

/** A deadline that was due is moved on or gone: one that stayed would be due for ever. */
function checkFired(event: CalloutEvent, { deadlines }: Accepted, now: Temporal.Instant): void {
  const fired =
    event.type === "deadlineDue"
      ? event.kind
      : { dispatchLooked: "dispatch", progressLooked: "progress" }[event.type as string];
  if (!fired) return;
  const change = deadlines.find(({ kind }) => kind === fired);
  expect(change).toBeDefined();
  expect(!change?.dueAt || Temporal.Instant.compare(change.dueAt, now) > 0).toBe(true);
}

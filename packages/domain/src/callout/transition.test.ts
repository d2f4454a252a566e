import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CalloutEvent, RaiseRequest } from "./events.ts";
import { type CalloutPhase, type CalloutState, isActive } from "./state.ts";
import { defaultTiming } from "./timing.ts";
import { transition } from "./transition.ts";

const phases: CalloutPhase[] = [
  "awaiting",
  "offering",
  "assigned",
  "onScene",
  "completed",
  "cancelled",
  "closed",
];

const instants = fc
  .integer({ min: 1_500_000_000, max: 2_000_000_000 })
  .map((seconds) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000));

const requests: fc.Arbitrary<RaiseRequest> = fc.record({
  responseTypeId: fc.integer({ min: 1, max: 4 }),
  classificationId: fc.integer({ min: 1, max: 3 }),
  internalTest: fc.boolean(),
  installerIdentifier: fc.option(fc.string()),
  externalReferenceId: fc.string({ minLength: 1 }),
});

const states: fc.Arbitrary<CalloutState> = fc.record({
  phase: fc.constantFrom(...phases),
  classificationId: fc.integer({ min: 1, max: 3 }),
  duress: fc.boolean(),
  repeats: fc.nat(50),
  raisedAt: instants,
});

const events: fc.Arbitrary<CalloutEvent> = fc.oneof(
  requests.map((request): CalloutEvent => ({ type: "raised", request })),
  requests.map((request): CalloutEvent => ({ type: "raisedAgain", request })),
  fc.constant<CalloutEvent>({ type: "superseded" }),
  fc.constant<CalloutEvent>({ type: "deadlineDue", kind: "unattended" }),
);

describe("transition", () => {
  test("is total: every event in every state is decided or refused with a reason", () => {
    fc.assert(
      fc.property(fc.option(states), events, instants, (state, event, now) => {
        const decision = transition(state, event, now, defaultTiming);
        expect(decision.ok ? decision.state.phase : decision.reason).toBeTruthy();
      }),
    );
  });

  test("never leaves an open callout without a running deadline", () => {
    fc.assert(
      fc.property(fc.option(states), events, instants, (state, event, now) => {
        const decision = transition(state, event, now, defaultTiming);
        if (!decision.ok || !isActive(decision.state.phase)) return;
        const disarmed = decision.deadlines.some(({ dueAt }) => dueAt === null);
        const armed = decision.deadlines.some(
          ({ dueAt }) => dueAt !== null && Temporal.Instant.compare(dueAt, now) > 0,
        );
        const isBornOrFired = state === null || event.type === "deadlineDue";
        expect(disarmed).toBe(false);
        expect(isBornOrFired ? armed : true).toBe(true);
      }),
    );
  });

  test("brings nothing back to life: cancelled and closed stay what they are", () => {
    fc.assert(
      fc.property(states, events, instants, (state, event, now) => {
        fc.pre(!isActive(state.phase));
        const decision = transition(state, event, now, defaultTiming);
        expect(decision.ok ? decision.state.phase : state.phase).toBe(state.phase);
      }),
    );
  });

  test("lifts a TEST or UNVERIFIED callout to REAL when the repeat is REAL, and never lowers one", () => {
    fc.assert(
      fc.property(states, requests, instants, (state, request, now) => {
        const decision = transition(state, { type: "raisedAgain", request }, now, defaultTiming);
        if (!decision.ok) return;
        expect(decision.state.classificationId).toBe(
          request.classificationId === 1 ? 1 : state.classificationId,
        );
        expect(decision.state.repeats).toBe(state.repeats + 1);
      }),
    );
  });

  test("does not fold into a completed callout: that one is closed so that a new one may start", () => {
    fc.assert(
      fc.property(states, requests, instants, (any, request, now) => {
        const state = { ...any, phase: "completed" as const };
        expect(transition(state, { type: "raisedAgain", request }, now, defaultTiming)).toEqual({
          ok: false,
          reason: "alreadyCompleted",
        });
        expect(transition(state, { type: "superseded" }, now, defaultTiming)).toMatchObject({
          ok: true,
          state: { phase: "closed" },
          notices: ["CALLOUT_CLOSED"],
        });
      }),
    );
  });
});

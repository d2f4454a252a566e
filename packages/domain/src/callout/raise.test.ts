import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { REAL } from "../reference-data.ts";
import type { CalloutEvent } from "./events.ts";
import { requests } from "./testing/arbitrary-events.ts";
import { controller, integrator, request, somewhere } from "./testing/people.ts";
import { done, oneDone, oneOnTheWay, raiseOne, secondsUntil } from "./testing/stories.ts";

const again: CalloutEvent = { type: "raisedAgain", request, by: integrator };

test("a raise starts dispatching and the clock of the alarm, and keeps what was asked", () => {
  const world = raiseOne();
  expect([secondsUntil(world, "dispatch"), secondsUntil(world, "unattended")]).toEqual([0, 60]);
  expect(world.timeline).toMatchObject([
    { kind: "raised", actor: integrator, body: { externalReferenceId: "STORE-001", latitude: -33.9 } },
  ]);
  expect(world.apply({ type: "raised", request, by: integrator })).toMatchObject({
    ok: false,
    reason: "alreadyRaised",
  });
});

describe("a repeat", () => {
  test("lifts a TEST or UNVERIFIED callout to REAL when it is REAL, and never lowers one", () => {
    fc.assert(
      fc.property(requests, requests, (first, second) => {
        const world = raiseOne({ type: "raised", request: first, by: integrator });
        const { state } = done(world, { type: "raisedAgain", request: second, by: integrator });
        expect(state.classificationId).toBe(second.classificationId === REAL ? REAL : first.classificationId);
        expect(state.repeats).toBe(1);
      }),
    );
  });

  test("that lifts the classification undoes its verification; another does not", () => {
    const world = raiseOne();
    done(world, { type: "verified", classificationId: 2, by: controller });
    expect(done(world, { ...again, request: { ...request, classificationId: 3 } }).state).toMatchObject({
      classificationId: 2,
      verified: true,
    });
    expect(done(world, again).state).toMatchObject({ classificationId: REAL, verified: false });
  });

  test("of another response type alarms, and the callout stays what it was", () => {
    const world = raiseOne();
    expect(done(world, { ...again, request: { ...request, responseTypeId: 2 } })).toMatchObject({
      state: { responseTypeId: 1 },
      alarms: [{ kind: "typeDiffers" }],
    });
    expect(done(world, again).alarms).toEqual([]);
  });

  test("that is no internal test ends the test: its people are stood down and everybody is asked at once", () => {
    const inTest = { ...request, internalTest: true };
    const world = oneOnTheWay({ type: "raised", request: inTest, by: integrator });
    expect(done(world, { ...again, request: inTest }).state.internalTest).toBe(true);
    expect(done(world, again)).toMatchObject({
      state: { phase: "awaiting", internalTest: false, asked: [], assignments: [{ state: "stoodDown" }] },
      entries: [{ kind: "raisedAgain" }, { kind: "stoodDown" }],
      notices: ["CALLOUT_EVENTS_CHANGED", "RESPONDER_CANCELLED"],
    });
    expect(secondsUntil(world, "dispatch")).toBe(0);
    // and no repeat makes a test of what is none
    expect(done(world, { ...again, request: inTest }).state.internalTest).toBe(false);
  });

  test("is not for a completed callout: that one is closed so that a new one may start", () => {
    const world = oneDone();
    expect(world.apply(again)).toMatchObject({ ok: false, reason: "alreadyCompleted" });
    expect(done(world, { type: "superseded" })).toMatchObject({
      state: { phase: "closed" },
      notices: ["CALLOUT_CLOSED"],
    });
    expect(raiseOne().apply({ type: "superseded" })).toMatchObject({ ok: false, reason: "notCompleted" });
  });
});

test("a place found out later starts dispatching at once", () => {
  const nowhere: CalloutEvent = { type: "raised", request: { ...request, position: null }, by: integrator };
  for (const found of [{ type: "moved", position: somewhere, by: integrator } as const, again]) {
    const world = raiseOne(nowhere);
    done(world, { type: "dispatchLooked", candidates: [], offerIds: [] });
    expect(secondsUntil(world, "dispatch")).toBe(5);
    done(world, found);
    expect(secondsUntil(world, "dispatch")).toBe(0);
  }
});

import { describe, expect, test } from "vitest";
import { candidates } from "./testing/people.ts";
import { accepting, declining, done, look, offerTo, raiseOne, secondsUntil } from "./testing/stories.ts";
import type { World } from "./testing/world.ts";

function asked(world: World): number[] {
  return [...world.offers.values()]
    .filter(({ state }) => state === "live")
    .map(({ responderId }) => responderId);
}

function timeOut(world: World): void {
  world.pass(20);
  done(world, { type: "deadlineDue", kind: "offerExpiry" });
}

describe("the ladder", () => {
  test("starts at once, and asks the best one for 20 s", () => {
    const world = raiseOne();
    expect(secondsUntil(world, "dispatch")).toBe(0);
    look(world, 4, 2, 1);
    expect(asked(world)).toEqual([4]);
    expect(secondsUntil(world, "offerExpiry")).toBe(20);
    expect(secondsUntil(world, "dispatch")).toBeUndefined();
  });

  test("asks the next at once when one declines or does not answer", () => {
    const world = raiseOne();
    look(world, 1, 2, 3);
    done(world, declining(world, 1));
    expect(secondsUntil(world, "dispatch")).toBe(0);
    look(world, 1, 2, 3);
    expect(asked(world)).toEqual([2]);
    timeOut(world);
    expect(secondsUntil(world, "dispatch")).toBe(0);
    look(world, 1, 2, 3);
    expect(asked(world)).toEqual([3]);
  });

  test("asks three at a time after three have declined or let it time out, and fills up at once", () => {
    const world = raiseOne();
    for (const _ of [1, 2, 3]) {
      look(world, 1, 2, 3, 4, 5, 6, 7, 8);
      timeOut(world);
    }
    look(world, 1, 2, 3, 4, 5, 6, 7, 8);
    expect(asked(world)).toEqual([4, 5, 6]);
    done(world, declining(world, 5));
    expect(secondsUntil(world, "dispatch")).toBe(0);
    look(world, 1, 2, 3, 7, 8);
    expect(asked(world)).toEqual([4, 6, 7]);
  });

  test("withdraws the others when one accepts: the first wins", () => {
    const world = raiseOne();
    for (const _ of [1, 2, 3]) {
      look(world, 1, 2, 3, 4, 5, 6);
      timeOut(world);
    }
    look(world, 4, 5, 6);
    const decision = done(world, accepting(world, 5));
    expect(decision.effects.offers.map(({ responderId, state }) => [responderId, state])).toEqual([
      [5, "accepted"],
      [4, "withdrawn"],
      [6, "withdrawn"],
    ]);
    expect(world.apply(accepting(world, 4))).toMatchObject({
      ok: false,
      reason: "offerWithdrawn",
      phase: "assigned",
    });
  });

  test("starts over after a pause when everybody fit was asked, and goes on for ever", () => {
    const world = raiseOne();
    look(world, 1);
    timeOut(world);
    expect(look(world, 1).entries).toMatchObject([{ kind: "listExhausted" }]);
    expect(secondsUntil(world, "dispatch")).toBe(10);
    world.pass(10);
    look(world, 1);
    expect(asked(world)).toEqual([1]);
  });

  test("looks again soon when nobody is fit, and says nothing of it", () => {
    const world = raiseOne();
    expect(look(world)).toMatchObject({ entries: [], notices: [], state: { phase: "awaiting" } });
    expect(secondsUntil(world, "dispatch")).toBe(5);
  });

  test("passes over one whom another callout has just taken, without counting the round as over", () => {
    const world = raiseOne();
    const taken = candidates(1, 2).map((candidate) => ({
      ...candidate,
      reservable: candidate.responderId !== 1,
    }));
    done(world, { type: "dispatchLooked", candidates: taken, offerIds: [101] });
    expect(asked(world)).toEqual([2]);
    timeOut(world);
    done(world, { type: "dispatchLooked", candidates: taken.slice(0, 1), offerIds: [102] });
    expect(asked(world)).toEqual([]);
    expect(secondsUntil(world, "dispatch")).toBe(5);
  });

  test("never makes more offers than it was given ids for", () => {
    const world = raiseOne();
    done(world, { type: "dispatchLooked", candidates: candidates(1), offerIds: [] });
    expect(world.offers.size).toBe(0);
    expect(secondsUntil(world, "dispatch")).toBe(5);
  });
});

describe("an answer", () => {
  test("after the time-out is refused: the next was asked", () => {
    const world = raiseOne();
    look(world, 1, 2);
    timeOut(world);
    expect(world.apply(accepting(world, 1))).toMatchObject({
      ok: false,
      reason: "offerExpired",
      phase: "awaiting",
    });
  });

  test("in the instant before the time-out is handled still counts: help that comes is better than a rule", () => {
    const world = raiseOne();
    look(world, 1);
    world.pass(20);
    done(world, accepting(world, 1));
    expect(done(world, { type: "deadlineDue", kind: "offerExpiry" })).toMatchObject({
      entries: [],
      state: { phase: "assigned" },
    });
  });

  test("given twice is refused with what was answered", () => {
    const world = raiseOne();
    look(world, 1, 2);
    const { offerId } = offerTo(world, 1);
    done(world, declining(world, 1));
    expect(world.apply(declining(world, 1))).toMatchObject({ ok: false, reason: "offerDeclined" });
    look(world, 1, 2);
    done(world, accepting(world, 2));
    expect(world.apply(accepting(world, 2))).toMatchObject({ ok: false, reason: "offerAccepted" });
    expect(
      world.apply({
        type: "offerDeclined",
        offerId: offerId + 999,
        reason: null,
        by: { kind: "responder", id: 1, name: null },
      }),
    ).toMatchObject({
      ok: false,
      reason: "unknownOffer",
    });
  });

  test("while the callout is cancelled loses, and one that came before wins", () => {
    const world = raiseOne();
    look(world, 1);
    done(world, {
      type: "cancelled",
      kind: "plain",
      reason: null,
      by: { kind: "integrator", id: null, name: null },
    });
    expect(world.apply(accepting(world, 1))).toMatchObject({
      ok: false,
      reason: "offerWithdrawn",
      phase: "cancelled",
    });
  });
});

describe("when the clock was set back by an hour", () => {
  test("an offer still ends", () => {
    const world = raiseOne();
    look(world, 1);
    world.pass(-3600);
    done(world, { type: "deadlineDue", kind: "offerExpiry" });
    expect(offerTo(world, 1).state).toBe("expired");
  });

  test("what is armed anew waits no longer than an offer lasts", () => {
    const world = raiseOne();
    for (const _ of [1, 2, 3]) {
      look(world, 1, 2, 3, 4, 5, 6);
      timeOut(world);
    }
    look(world, 4);
    world.pass(5);
    look(world, 5, 6);
    world.pass(-3600);
    done(world, declining(world, 4));
    expect(secondsUntil(world, "offerExpiry")).toBe(20);
  });
});

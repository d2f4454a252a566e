import { describe, expect, test } from "vitest";
import type { CalloutEvent } from "./events.ts";
import { phaseForCustomer } from "./phase.ts";
import { controller, customer, integrator, request, somewhere } from "./testing/people.ts";
import {
  done,
  look,
  oneDone,
  oneOnScene,
  oneOnTheWay,
  raiseOne,
  secondsUntil,
  workOf,
} from "./testing/stories.ts";
import { defaultTiming } from "./timing.ts";

function cancelling(kind: "plain" | "verified" | "duress", by = integrator): CalloutEvent {
  return { type: "cancelled", kind, reason: null, by };
}

const closing: CalloutEvent = { type: "closed", outcome: "falseAlarm", notes: null, by: controller };
const dismissing: CalloutEvent = { type: "dismissed", by: integrator };

describe("a cancel", () => {
  test.each([
    ["plain", "CALLOUT_NO_LONGER_REQUIRES_RESPONSE"],
    ["verified", "CALLOUT_SOFT_CANCELLED_BY_CUSTOMER"],
  ] as const)(
    "that is %s stands everybody down at once, says %s, and closes by itself after 2 min",
    (kind, notice) => {
      const world = oneOnScene();
      expect(done(world, cancelling(kind))).toMatchObject({
        state: { phase: "cancelled", cancelKind: kind },
        notices: [notice],
      });
      expect(workOf(world, 1).state).toBe("stoodDown");
      expect([...world.deadlines.keys()]).toEqual(["autoClose"]);
      expect(secondsUntil(world, "autoClose")).toBe(120);
      world.pass(120);
      expect(done(world, { type: "deadlineDue", kind: "autoClose" })).toMatchObject({
        state: { phase: "closed", closedOutcome: "cancelled" },
        notices: ["CALLOUT_CLOSED"],
      });
    },
  );

  test("withdraws what is being asked", () => {
    const world = raiseOne();
    look(world, 1);
    expect(done(world, cancelling("plain")).effects.offers).toMatchObject([
      { responderId: 1, state: "withdrawn" },
    ]);
  });

  test("of a completed callout starts the shorter wait anew", () => {
    const world = oneDone();
    world.pass(500);
    done(world, cancelling("plain"));
    expect(secondsUntil(world, "autoClose")).toBe(120);
  });

  test("given twice changes nothing, and after the close it is refused as such", () => {
    const world = raiseOne();
    done(world, cancelling("plain"));
    expect(world.apply(cancelling("verified"))).toMatchObject({
      ok: false,
      reason: "alreadyCancelled",
      phase: "cancelled",
    });
    done(world, closing);
    expect(world.apply(cancelling("plain"))).toMatchObject({
      ok: false,
      reason: "alreadyClosed",
      possible: ["commented"],
    });
  });
});

describe("duress", () => {
  test("cancels nothing: nobody is stood down, the control room is alarmed, partners hear CALLOUT_EVENTS_CHANGED alone", () => {
    const world = oneOnTheWay();
    expect(done(world, cancelling("duress", customer))).toMatchObject({
      state: { phase: "assigned", duress: true, cancelledAt: null },
      notices: ["CALLOUT_EVENTS_CHANGED"],
      alarms: [{ kind: "duress" }],
      effects: { offers: [], assignments: [] },
      deadlines: [],
    });
  });

  test("shows the customer a cancelled callout, which closes when cancelled ones do, or when it really ends", () => {
    const start = Temporal.Instant.from("2026-01-15T08:00:00Z");
    const at = (seconds: number) => ({ now: start.add({ seconds }), timing: defaultTiming });
    for (const phase of ["awaiting", "assigned", "completed", "cancelled"] as const) {
      expect(phaseForCustomer(phase, start, at(0))).toBe("cancelled");
      expect(phaseForCustomer(phase, start, at(119))).toBe("cancelled");
      expect(phaseForCustomer(phase, start, at(120))).toBe("closed");
      expect(phaseForCustomer(phase, null, at(120))).toBe(phase);
    }
    expect(phaseForCustomer("closed", start, at(1))).toBe("closed");
  });

  test("holds whatever the customer says next, the right code included; a wrong one from the server too", () => {
    const world = raiseOne();
    done(world, cancelling("duress", customer));
    for (const event of [
      cancelling("verified", customer),
      cancelling("plain", customer),
      cancelling("duress", integrator),
    ]) {
      expect(world.apply(event)).toMatchObject({ ok: false, reason: "underDuress" });
    }
    done(world, { type: "moved", position: somewhere, by: customer });
  });

  test.each(["plain", "verified"] as const)("ends when the partner's server cancels: %s", (kind) => {
    const world = raiseOne();
    done(world, cancelling("duress", customer));
    expect(done(world, cancelling(kind)).state.phase).toBe("cancelled");
  });

  test("takes no repeat: a new raise is a new callout, until a controller has cleared it", () => {
    const world = raiseOne();
    const again: CalloutEvent = { type: "raisedAgain", request, by: integrator };
    const clearing: CalloutEvent = { type: "duressCleared", reason: "called back", by: controller };
    expect(world.apply(clearing)).toMatchObject({ ok: false, reason: "notUnderDuress" });
    done(world, cancelling("duress", customer));
    expect(world.apply(again)).toMatchObject({ ok: false, reason: "underDuress" });
    expect(done(world, clearing).notices).toEqual(["CALLOUT_EVENTS_CHANGED"]);
    done(world, again);
  });
});

describe("a close", () => {
  test("given twice is refused the second time", () => {
    const world = oneDone();
    done(world, closing);
    expect(world.apply(closing)).toMatchObject({ ok: false, reason: "alreadyClosed", phase: "closed" });
  });

  test.each([
    ["on the way", oneOnTheWay],
    ["on scene", oneOnScene],
  ])("does not go over the head of a responder %s, and says what can be done", (_, story) => {
    const refused = story().apply(closing);
    expect(refused).toMatchObject({ ok: false, reason: "responderActive" });
    expect(refused).toMatchObject({
      possible: expect.arrayContaining(["completed", "stoodDown", "cancelled"]),
    });
  });

  test("settles what nobody has to go to", () => {
    const world = raiseOne();
    look(world, 1);
    expect(done(world, closing)).toMatchObject({
      state: { phase: "closed", closedOutcome: "falseAlarm", cancelledAt: null },
    });
    expect(world.deadlines.size).toBe(0);
  });

  test("comes by itself 10 min after the completion", () => {
    const world = oneDone();
    expect(secondsUntil(world, "autoClose")).toBe(600);
    world.pass(600);
    expect(done(world, { type: "deadlineDue", kind: "autoClose" }).state).toMatchObject({
      phase: "closed",
      closedOutcome: "attended",
    });
  });
});

describe("a dismissal", () => {
  test("cancels and closes in one step, both told in that order", () => {
    const world = oneOnTheWay();
    const decision = done(world, dismissing);
    expect(decision.notices).toEqual(["CALLOUT_NO_LONGER_REQUIRES_RESPONSE", "CALLOUT_CLOSED"]);
    expect(decision.state).toMatchObject({
      phase: "closed",
      cancelKind: "plain",
      closedOutcome: "cancelled",
    });
  });

  test("of a cancelled callout tells the close alone", () => {
    const world = raiseOne();
    done(world, cancelling("verified"));
    expect(done(world, dismissing).notices).toEqual(["CALLOUT_CLOSED"]);
    expect(world.apply(dismissing)).toMatchObject({ ok: false, reason: "alreadyClosed" });
  });
});

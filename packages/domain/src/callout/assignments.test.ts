import { describe, expect, test } from "vitest";
import { controller } from "./testing/people.ts";
import {
  aborting,
  accepting,
  arriving,
  completing,
  done,
  look,
  offerTo,
  oneDone,
  oneOnScene,
  oneOnTheWay,
  raiseOne,
  secondsUntil,
  sending,
  workOf,
} from "./testing/stories.ts";

const completingForAll = {
  type: "completed",
  assignmentId: null,
  outcome: null,
  notes: null,
  by: controller,
} as const;
const standingAllDown = {
  type: "stoodDown",
  responderId: null,
  reason: "false alarm",
  by: controller,
} as const;

describe("a responder", () => {
  test("who arrives before accepting is refused", () => {
    const world = raiseOne();
    look(world, 1);
    const arrival = { type: "arrived", assignmentId: 77, position: null, by: controller } as const;
    expect(world.apply(arrival)).toMatchObject({ ok: false, reason: "unknownAssignment", phase: "offering" });
  });

  test("arrives once, completes once, and only there", () => {
    const world = oneOnTheWay();
    expect(world.apply(completing(world, 1))).toMatchObject({
      ok: false,
      reason: "assignmentNotOnScene",
      phase: "assigned",
    });
    done(world, arriving(world, 1));
    expect(world.apply(arriving(world, 1))).toMatchObject({ ok: false, reason: "assignmentOnScene" });
    done(world, completing(world, 1));
    expect(world.apply(completing(world, 1))).toMatchObject({
      ok: false,
      reason: "assignmentCompleted",
      phase: "completed",
    });
  });

  test("who gives up puts the callout back into dispatch at once, alarms, and is not asked again in this round", () => {
    const world = oneOnScene();
    const decision = done(world, aborting(world, 1));
    expect(decision).toMatchObject({
      state: { phase: "awaiting" },
      notices: ["RESPONDER_CANCELLED"],
      alarms: [{ kind: "responderAborted", responderId: 1 }],
    });
    expect([secondsUntil(world, "dispatch"), secondsUntil(world, "unattended")]).toEqual([0, 60]);
    look(world, 1, 2);
    expect(offerTo(world, 2).state).toBe("live");
    expect(offerTo(world, 1).state).toBe("accepted");
  });
});

describe("with several responders the furthest counts", () => {
  test("so the phase falls back to the one still coming when the one on scene gives up", () => {
    const world = oneOnScene();
    done(world, sending(world, 2));
    expect(world.state?.phase).toBe("onScene");
    done(world, aborting(world, 1));
    expect(world.state?.phase).toBe("assigned");
    expect(secondsUntil(world, "dispatch")).toBeUndefined();
  });

  test("so one completion completes the callout; it closes by itself only after the last is done", () => {
    const world = oneOnScene();
    done(world, sending(world, 2));
    done(world, completing(world, 1));
    expect(world.state?.phase).toBe("completed");
    expect([secondsUntil(world, "autoClose"), secondsUntil(world, "progress")]).toEqual([undefined, 15]);
    expect(done(world, arriving(world, 2)).state.phase).toBe("completed");
    expect(done(world, completing(world, 2)).notices).toEqual(["RESPONDER_COMPLETED"]);
    expect(secondsUntil(world, "autoClose")).toBe(600);
  });
});

describe("a controller", () => {
  test("sends somebody at once, and live offers to others are withdrawn", () => {
    const world = raiseOne();
    look(world, 1);
    expect(done(world, sending(world, 9))).toMatchObject({
      state: { phase: "assigned" },
      notices: ["RESPONDER_MANUALLY_DISPATCHED"],
      effects: {
        offers: [{ responderId: 1, state: "withdrawn" }],
        assignments: [{ responderId: 9, byHand: true, offerId: null }],
      },
    });
  });

  test("sends one more, and live offers stay to be accepted", () => {
    const world = raiseOne();
    look(world, 1);
    done(world, { ...sending(world, 9), additional: true });
    expect(offerTo(world, 1).state).toBe("live");
    done(world, accepting(world, 1));
    expect(workOf(world, 1).state).toBe("assigned");
  });

  test("may send whoever holds an offer of this callout, but an unfit one only with a reason", () => {
    const world = raiseOne();
    look(world, 1);
    expect(world.apply({ ...sending(world, 9), unfit: ["offDuty"] })).toMatchObject({
      ok: false,
      reason: "responderUnfit",
    });
    done(world, {
      ...sending(world, 9),
      unfit: ["offDuty"],
      overrideReason: "lives next door",
      additional: true,
    });
    done(world, { ...sending(world, 1), unfit: ["holdsAnOffer"] });
    expect(offerTo(world, 1).state).toBe("withdrawn");
  });

  test("cannot send one who is going, nor to what is completed", () => {
    const world = oneOnTheWay();
    expect(world.apply(sending(world, 1))).toMatchObject({ ok: false, reason: "responderAssigned" });
    const completed = oneDone();
    expect(completed.apply(sending(completed, 2))).toMatchObject({
      ok: false,
      reason: "alreadyCompleted",
      phase: "completed",
    });
  });

  test("stands everybody down: dispatch goes on, without them, also in the next round", () => {
    const world = oneOnTheWay();
    expect(done(world, standingAllDown)).toMatchObject({
      state: { phase: "awaiting" },
      notices: ["RESPONDER_CANCELLED"],
    });
    look(world, 1, 2);
    expect(offerTo(world, 2).state).toBe("live");
    world.pass(20);
    done(world, { type: "deadlineDue", kind: "offerExpiry" });
    look(world, 1, 2);
    look(world, 1);
    expect(offerTo(world, 1).state).toBe("accepted");
    expect(world.apply(standingAllDown)).toMatchObject({ ok: false, reason: "noResponderActive" });
  });

  test("completes for whoever is there and releases who is still coming", () => {
    const world = oneOnScene();
    done(world, sending(world, 2));
    expect(done(world, completingForAll).notices).toEqual(["RESPONDER_COMPLETED"]);
    expect([workOf(world, 1).state, workOf(world, 2).state]).toEqual(["completed", "stoodDown"]);
    expect(world.apply(completingForAll)).toMatchObject({ ok: false, reason: "alreadyCompleted" });
  });

  test("completes for those on the way when no arrival was reported, but not when nobody goes", () => {
    const world = oneOnTheWay();
    done(world, completingForAll);
    expect(workOf(world, 1)).toMatchObject({ state: "completed", arrivedAt: null });
    expect(raiseOne().apply(completingForAll)).toMatchObject({
      ok: false,
      reason: "noResponderActive",
      phase: "awaiting",
    });
  });
});

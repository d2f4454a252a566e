import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decideVisit } from "./decide-visit.ts";
import { isAwaited, type VisitEvent, type VisitState, visitPhases } from "./visit.ts";

const startsAt = Temporal.Instant.from("2026-02-02T06:00:00Z");
const endsAt = startsAt.add({ minutes: 30 });
const [me, other] = [7001, 7002];

const visit = (phase: VisitState["phase"], responderId: number | null = null): VisitState => ({
  phase,
  startsAt,
  endsAt,
  responderId,
});
const at = (minutes: number): Temporal.Instant => startsAt.add({ minutes });
const decide = (state: VisitState, event: VisitEvent, minutes = 5) => decideVisit(state, event, at(minutes));
const refused = (reason: string) => ({ ok: false, reason });

describe("the plain course", () => {
  test("planned, assigned, arrived, completed", () => {
    expect(decide(visit("planned"), { type: "assigned", responderId: me })).toEqual({
      ok: true,
      phase: "assigned",
      responderId: me,
    });
    expect(decide(visit("assigned", me), { type: "arrived", responderId: me })).toMatchObject({
      phase: "arrived",
    });
    expect(decide(visit("arrived", me), { type: "completed", responderId: me }, 600)).toMatchObject({
      phase: "completed",
      responderId: me,
    });
  });

  test("the control room sends somebody else instead; a responder takes only what nobody has", () => {
    const mine = visit("assigned", me);
    expect(decide(mine, { type: "assigned", responderId: other })).toMatchObject({ responderId: other });
    expect(decide(mine, { type: "taken", responderId: other })).toEqual(refused("phase"));
    expect(decide(visit("planned"), { type: "taken", responderId: me })).toMatchObject({ responderId: me });
  });
});

describe("arriving", () => {
  test.each([
    [-61, refused("tooEarly")],
    [-60, { ok: true, phase: "arrived", responderId: me }],
    [29, { ok: true, phase: "arrived", responderId: me }],
    [30, refused("windowOver")],
  ])("%i minutes after the start of a window of 30", (minutes, expected) => {
    expect(decide(visit("assigned", me), { type: "arrived", responderId: me }, minutes)).toEqual(expected);
  });

  test("is for whoever is to go, and so is completing", () => {
    expect(decide(visit("assigned", me), { type: "arrived", responderId: other })).toEqual(
      refused("notTheirs"),
    );
    expect(decide(visit("arrived", me), { type: "completed", responderId: other })).toEqual(
      refused("notTheirs"),
    );
  });
});

describe("the end of the window", () => {
  test.each([visit("planned"), visit("assigned", me)])("misses a visit that is $phase", (state) => {
    expect(decide(state, { type: "windowEnded" }, 29)).toEqual(refused("windowOpen"));
    expect(decide(state, { type: "windowEnded" }, 30)).toEqual({
      ok: true,
      phase: "missed",
      responderId: state.responderId,
    });
  });

  test("a visit whose window is over is not cancelled any more: it was missed", () => {
    expect(decide(visit("planned"), { type: "cancelled" }, 30)).toEqual(refused("windowOver"));
    expect(decide(visit("planned"), { type: "cancelled" }, 29)).toMatchObject({ phase: "cancelled" });
  });
});

describe("always", () => {
  const responders = fc.constantFrom(me, other);
  const events: fc.Arbitrary<VisitEvent> = fc.oneof(
    fc.record({
      type: fc.constantFrom("assigned", "taken", "arrived", "completed"),
      responderId: responders,
    }),
    fc.record({ type: fc.constantFrom("windowEnded", "cancelled") }),
  );
  const histories = fc.array(fc.tuple(events, fc.integer({ min: 0, max: 40 })), { maxLength: 20 });

  test("whatever comes in whatever order, a visit ends once, and is missed exactly when nobody was there in time", () => {
    const holds = fc.property(histories, (history) => {
      let state = visit("planned");
      let minutes = -120;
      let arrivedInTime = false;
      for (const [event, passed] of history) {
        minutes += passed;
        const before = state;
        const decision = decide(state, event, minutes);
        if (!decision.ok) continue;
        expect(["completed", "missed", "cancelled"]).not.toContain(before.phase);
        state = { ...state, phase: decision.phase, responderId: decision.responderId };
        if (state.phase === "arrived") arrivedInTime = minutes < 30;
        expect(state.phase === "missed" && minutes < 30).toBe(false);
        const wasThere = state.phase === "arrived" || state.phase === "completed";
        expect(wasThere && !arrivedInTime).toBe(false);
        expect(state.phase === "assigned" && state.responderId === null).toBe(false);
      }
      // the clock has the last word
      const last = decide(state, { type: "windowEnded" }, Math.max(minutes, 30));
      expect(last.ok).toBe(isAwaited(state.phase));
    });
    fc.assert(holds, { numRuns: 2_000, seed: 11 });
  });

  test("nothing happens to what has ended", () => {
    for (const phase of visitPhases.filter((each) => !isAwaited(each) && each !== "arrived"))
      fc.assert(
        fc.property(events, (event) => !decide(visit(phase, me), event).ok),
        { seed: 3 },
      );
  });
});

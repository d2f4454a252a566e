import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { listPhaseEdges } from "./diagram.ts";
import type { CalloutEventType } from "./events.ts";
import { possibleNow } from "./possible.ts";
import { calloutPhases } from "./state.ts";
import { anything, eventTypes, type Happening, happenings } from "./testing/arbitrary-events.ts";
import { checkAccepted, checkWorld } from "./testing/invariants.ts";
import { raised } from "./testing/people.ts";
import { World } from "./testing/world.ts";

const waits = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 4000 }));
const steps = fc.array(fc.tuple(anything, waits), { maxLength: 60, size: "max" });
type Step = readonly [Happening, number];

/** A callout that has lived through all of it, whatever was refused. */
function live(through: readonly Step[]): World {
  const world = new World();
  world.apply(raised);
  for (const [happening, seconds] of through) {
    world.pass(seconds);
    world.apply(happening(world));
  }
  return world;
}

describe("transition", () => {
  test("keeps every promise through whatever happens", () => {
    const phasesSeen = new Set<string>();
    fc.assert(
      fc.property(steps, (through) => {
        const world = new World();
        world.apply(raised);
        for (const [happening, seconds] of through) {
          world.pass(seconds);
          const before = world.load();
          const event = happening(world);
          const decision = world.apply(event);
          if (decision.ok) checkAccepted(before, event, decision, world.now);
          checkWorld(world);
          phasesSeen.add(world.state?.phase ?? "");
        }
      }),
      { numRuns: 300 },
    );
    expect([...phasesSeen].toSorted()).toEqual([...calloutPhases].toSorted());
  });

  test.each(eventTypes)(
    "is total: %s in any state is decided, or refused with a reason, the phase and what is possible",
    (type) => {
      fc.assert(
        fc.property(steps, happenings[type] as fc.Arbitrary<Happening>, (through, happening) => {
          const world = live(through);
          const phase = world.state?.phase;
          const decision = world.apply(happening(world));
          const answer = decision.ok ? decision.state.phase : decision.reason;
          expect(answer).toBeTruthy();
          expect(decision.ok || decision.phase === phase).toBe(true);
          expect(decision.ok || decision.possible.includes("commented")).toBe(true);
        }),
        { numRuns: 60 },
      );
    },
  );

  test.each(eventTypes)("is total: %s before the raise is the raise or is refused", (type) => {
    fc.assert(
      fc.property(happenings[type] as fc.Arbitrary<Happening>, (happening) => {
        const world = new World();
        const decision = world.apply(happening(world));
        expect(decision).toMatchObject(
          type === "raised"
            ? { ok: true }
            : { ok: false, reason: "notRaised", phase: null, possible: ["raised"] },
        );
      }),
    );
  });

  test("never refuses its own clockwork", () => {
    const timers = fc.oneof(happenings.deadlineDue, happenings.dispatchLooked, happenings.progressLooked);
    fc.assert(
      fc.property(steps, timers, (through, happening) => {
        const world = live(through);
        expect(world.apply(happening(world))).toMatchObject({ ok: true });
      }),
      { numRuns: 300 },
    );
  });

  test("gives the same answer to the same question", () => {
    fc.assert(
      fc.property(steps, (through) => {
        expect(live(through)).toEqual(live(through));
      }),
    );
  });
});

/** What nobody wishes for: the clockwork, and what follows from a raise. */
const notWished: readonly CalloutEventType[] = [
  "raised",
  "superseded",
  "dispatchLooked",
  "progressLooked",
  "deadlineDue",
];

const sometimesImpossible = eventTypes.filter((type) => !notWished.includes(type) && type !== "commented");

describe("what a refusal calls possible", () => {
  test.each(sometimesImpossible)("is true of %s: nothing else is accepted", (type) => {
    fc.assert(
      fc.property(steps, happenings[type] as fc.Arbitrary<Happening>, (through, happening) => {
        const world = live(through);
        fc.pre(!possibleNow(world.state).includes(type));
        expect(world.apply(happening(world))).toMatchObject({ ok: false });
      }),
      { numRuns: 100, maxSkipsPerRun: 1000 },
    );
  });

  test("can be done by somebody", () => {
    const someHappenings = (type: CalloutEventType) =>
      fc.sample<Happening>(happenings[type], { numRuns: 60, seed: 7 });
    const samples = new Map(eventTypes.map((type) => [type, someHappenings(type)]));
    fc.assert(
      fc.property(steps, (through) => {
        for (const type of possibleNow(live(through).state)) {
          const isDone = samples.get(type)?.some((happening) => {
            const world = live(through);
            return world.apply(happening(world)).ok;
          });
          expect([type, isDone]).toEqual([type, true]);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe("the diagram", () => {
  test("draws every step that is ever taken", () => {
    const drawn = new Set(listPhaseEdges().map(({ from, event, to }) => `${from} ${event} ${to}`));
    fc.assert(
      fc.property(steps, (through) => {
        const world = live(through);
        for (const [happening] of through) {
          const from = world.state?.phase;
          const event = happening(world);
          const decision = world.apply(event);
          const isStep = decision.ok && decision.entries.length > 0;
          expect(isStep ? drawn.has(`${from} ${event.type} ${decision.state.phase}`) : true).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { responseTypes } from "../reference-data.ts";
import { anything, type Happening } from "./testing/arbitrary-events.ts";
import { integrator, request } from "./testing/people.ts";
import { World } from "./testing/world.ts";
import { defaultTiming, type Timing, type TimingPolicy, timingFor } from "./timing.ts";

const seconds = fc.integer({ min: 1, max: 600 });
const members = Object.fromEntries(Object.keys(defaultTiming).map((name) => [name, seconds]));
const whole = fc.record(members) as fc.Arbitrary<unknown> as fc.Arbitrary<Timing>;
const part = fc.record(members, { requiredKeys: [] }) as fc.Arbitrary<Partial<Timing>>;
const typeIds = fc.constantFrom(...responseTypes.map(({ id }) => id));
const byResponseType = fc.dictionary(typeIds.map(String), part);
const policies: fc.Arbitrary<TimingPolicy> = fc
  .tuple(whole, fc.option(byResponseType, { nil: undefined }))
  .map(([forAll, types]) => (types ? { ...forAll, byResponseType: types } : forAll));

const waits = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 4000 }));
const steps = fc.array(fc.tuple(anything, waits), { maxLength: 40, size: "max" });

function live(timing: TimingPolicy, responseTypeId: number, through: readonly [Happening, number][]): World {
  const world = new World(timing);
  world.apply({ type: "raised", request: { ...request, responseTypeId }, by: integrator });
  for (const [happening, wait] of through) {
    world.pass(wait);
    world.apply(happening(world));
  }
  return world;
}

/** What a life has left behind, but for the policy it was lived under. */
function traces({ state, offers, assignments, deadlines, timeline, alarms }: World) {
  return { state, offers, assignments, deadlines, timeline, alarms };
}

describe("timing by response type", () => {
  test("each member is what the type says, else what the tenant says for all", () => {
    fc.assert(
      fc.property(policies, typeIds, (policy, id) => {
        const timing = timingFor(policy, id);
        expect(Object.keys(timing).toSorted()).toEqual(Object.keys(defaultTiming).toSorted());
        for (const name of Object.keys(defaultTiming) as (keyof Timing)[]) {
          expect(timing[name]).toBe(policy.byResponseType?.[id]?.[name] ?? policy[name]);
        }
      }),
    );
  });

  test("a callout lives by its own type's timing and by no other's, whatever happens", () => {
    fc.assert(
      fc.property(policies, typeIds, steps, (policy, id, through) => {
        const own = timingFor(policy, id);
        expect(traces(live(policy, id, through))).toEqual(traces(live(own, id, through)));
      }),
      { numRuns: 200 },
    );
  });

  test("a medical callout is offered for shorter and alarms sooner than the others of its tenant", () => {
    const policy = {
      ...defaultTiming,
      offerSeconds: 30,
      byResponseType: { 2: { offerSeconds: 10, alarmAfterSeconds: 20 } },
    };
    const alarmAt = (id: number) => live(policy, id, []).deadlines.get("unattended")?.toString();
    expect([alarmAt(1), alarmAt(2)]).toEqual(["2026-01-01T00:01:00Z", "2026-01-01T00:00:20Z"]);
    expect([timingFor(policy, 1).offerSeconds, timingFor(policy, 2).offerSeconds]).toEqual([30, 10]);
  });
});

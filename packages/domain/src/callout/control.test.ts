import { describe, expect, test } from "vitest";
import { controller, day, integrator, night, somewhere } from "./testing/people.ts";
import { done, oneDone, raiseOne } from "./testing/stories.ts";

describe("an owner", () => {
  test("is one: another gets the refusal, and only a supervisor takes it away", () => {
    const world = raiseOne();
    expect(done(world, { type: "owned", owner: night, force: false }).notices).toEqual(["CALLOUT_OWNED"]);
    expect(world.apply({ type: "owned", owner: night, force: false })).toMatchObject({
      ok: false,
      reason: "alreadyOwner",
    });
    expect(world.apply({ type: "owned", owner: day, force: false })).toMatchObject({
      ok: false,
      reason: "ownedByAnother",
    });
    expect(done(world, { type: "owned", owner: day, force: true }).entries).toMatchObject([
      { body: { takenFrom: "Night desk" } },
    ]);
    expect(world.state?.owner).toEqual(day);
  });

  test("lets go of it; others only by force, and nobody of what nobody has", () => {
    const world = raiseOne();
    expect(world.apply({ type: "released", operator: night, force: false })).toMatchObject({
      ok: false,
      reason: "notOwned",
    });
    done(world, { type: "owned", owner: night, force: false });
    expect(world.apply({ type: "released", operator: day, force: false })).toMatchObject({
      ok: false,
      reason: "ownedByAnother",
    });
    expect(done(world, { type: "released", operator: day, force: true })).toMatchObject({
      state: { owner: null },
      notices: ["CALLOUT_EVENTS_CHANGED"],
    });
  });
});

test("a verdict is REAL or TEST; that it is not known is none", () => {
  const world = raiseOne();
  expect(world.apply({ type: "verified", classificationId: 3, by: controller })).toMatchObject({
    ok: false,
    reason: "notAVerdict",
  });
  expect(done(world, { type: "verified", classificationId: 2, by: controller }).state).toMatchObject({
    classificationId: 2,
    verified: true,
  });
});

describe("after the close", () => {
  test("a comment is kept and nobody is told: CALLOUT_CLOSED is the last word", () => {
    const world = oneDone();
    done(world, { type: "closed", outcome: "attended", notes: null, by: controller });
    const decision = done(world, {
      type: "commented",
      message: "thank you",
      source: "client",
      by: integrator,
    });
    expect(decision).toMatchObject({ entries: [{ kind: "commented" }], notices: [] });
  });

  test("nothing moves it", () => {
    const world = oneDone();
    done(world, { type: "closed", outcome: "attended", notes: null, by: controller });
    expect(world.apply({ type: "moved", position: somewhere, by: integrator })).toMatchObject({
      ok: false,
      reason: "alreadyClosed",
    });
  });
});

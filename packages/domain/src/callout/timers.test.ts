import { describe, expect, test } from "vitest";
import type { ResponderProgress } from "./events.ts";
import { done, look, oneOnScene, oneOnTheWay, raiseOne, secondsUntil, sending } from "./testing/stories.ts";
import type { World } from "./testing/world.ts";

function check(world: World, ...responders: readonly ResponderProgress[]) {
  return done(world, { type: "progressLooked", responders });
}

const well: ResponderProgress = { responderId: 1, positionAgeSeconds: 5, approachMetres: 900 };

describe("nobody goes", () => {
  test("alarms after 60 s and every 30 s again, while offers are open too", () => {
    const world = raiseOne();
    look(world, 1);
    expect(secondsUntil(world, "unattended")).toBe(60);
    world.pass(60);
    expect(done(world, { type: "deadlineDue", kind: "unattended" }).alarms).toMatchObject([
      { kind: "unattended", text: "Nobody is on the way 60 s after the raise." },
    ]);
    expect(secondsUntil(world, "unattended")).toBe(30);
  });

  test("is over when somebody goes, and a timer that comes late finds nothing to do", () => {
    const world = oneOnTheWay();
    expect(secondsUntil(world, "unattended")).toBeUndefined();
    expect(done(world, { type: "deadlineDue", kind: "unattended" })).toMatchObject({
      entries: [],
      alarms: [],
    });
  });
});

describe("on the way", () => {
  test("is looked at every 15 s, and nothing is said while it goes well", () => {
    const world = oneOnTheWay();
    expect(secondsUntil(world, "progress")).toBe(15);
    world.pass(15);
    expect(check(world, well)).toMatchObject({ entries: [], alarms: [] });
    expect(secondsUntil(world, "progress")).toBe(15);
  });

  test.each([
    ["a position of 61 s", { positionAgeSeconds: 61 }, 15, ["responderSilent"]],
    ["a position of 60 s", { positionAgeSeconds: 60 }, 15, []],
    ["no position ever, after 61 s", { positionAgeSeconds: null }, 61, ["responderSilent"]],
    ["no position ever, after 15 s", { positionAgeSeconds: null }, 15, []],
    ["no nearer in 120 s", { approachMetres: 49 }, 120, ["responderStalled"]],
    ["no nearer, but only just sent", { approachMetres: -400 }, 119, []],
    ["no track to judge by", { approachMetres: null }, 600, []],
  ] as const)("%s: %j", (_, facts, seconds, alarms) => {
    const world = oneOnTheWay();
    world.pass(seconds);
    expect(check(world, { ...well, ...facts }).alarms.map(({ kind }) => kind)).toEqual(alarms);
  });

  test("alarms again only after 120 s, and says when it is well again", () => {
    const world = oneOnTheWay();
    const silent = { ...well, positionAgeSeconds: 90 };
    world.pass(15);
    expect(check(world, silent).alarms).toHaveLength(1);
    world.pass(119);
    expect(check(world, silent).alarms).toHaveLength(0);
    world.pass(1);
    expect(check(world, silent).alarms).toHaveLength(1);
    expect(check(world, well).entries).toMatchObject([{ kind: "responderMovingAgain" }]);
    expect(check(world, well).entries).toEqual([]);
  });

  test("each responder is judged alone", () => {
    const world = oneOnTheWay();
    done(world, sending(world, 2));
    world.pass(15);
    const decision = check(world, well, { ...well, responderId: 2, positionAgeSeconds: 70 });
    expect(decision.alarms).toMatchObject([{ kind: "responderSilent", responderId: 2 }]);
    expect(decision.effects.assignments).toMatchObject([{ responderId: 2 }]);
  });
});

describe("on scene", () => {
  test("alarms after 45 min without a word, and after 45 more", () => {
    const world = oneOnScene();
    expect(secondsUntil(world, "onScene")).toBe(2700);
    world.pass(2700);
    expect(done(world, { type: "deadlineDue", kind: "onScene" }).alarms).toMatchObject([
      { kind: "onSceneTooLong", text: "A responder has been on scene for 45 min.", responderId: 1 },
    ]);
    expect(secondsUntil(world, "onScene")).toBe(2700);
  });

  test("alarms also when the clock was set back meanwhile", () => {
    const world = oneOnScene();
    world.pass(-7200);
    expect(done(world, { type: "deadlineDue", kind: "onScene" }).alarms).toHaveLength(1);
    expect(secondsUntil(world, "onScene")).toBe(2700);
  });
});

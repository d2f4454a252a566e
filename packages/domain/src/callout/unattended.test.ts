import { expect, test } from "vitest";
import { controller } from "./testing/people.ts";
import {
  accepting,
  declining,
  done,
  look,
  lookFar,
  raiseOne,
  secondsUntil,
  workOf,
} from "./testing/stories.ts";

test("nobody is near enough: the control room is told at once whom there would be, and then at the interval", () => {
  const world = raiseOne();
  const { alarms, entries, state } = lookFar(world, 7);
  expect(alarms).toEqual([
    { kind: "unattended", text: "Nobody is near enough: the nearest needs 150 min.", responderId: null },
  ]);
  expect(entries).toMatchObject([
    {
      kind: "unattendedAlarm",
      body: {
        secondsSinceRaise: 0,
        nearestResponderId: 7,
        nearestEtaSeconds: 9000,
        nearestEtaMethod: "estimate",
        nearestDistanceMetres: 80_000,
        reachSeconds: 7200,
      },
    },
  ]);
  expect(state.phase).toBe("awaiting");
  expect(secondsUntil(world, "unattended")).toBe(30);
  expect(secondsUntil(world, "dispatch")).toBe(5);
});

test("they are told so once: whoever looks again finds nothing new", () => {
  const world = raiseOne();
  lookFar(world, 7);
  world.pass(5);
  expect(lookFar(world, 7)).toMatchObject({ entries: [], alarms: [] });
  expect(secondsUntil(world, "unattended")).toBe(25);
});

test("the alarm that nobody goes says it too: after it there is none at once", () => {
  const world = raiseOne();
  world.pass(60);
  done(world, { type: "deadlineDue", kind: "unattended" });
  expect(lookFar(world, 7).alarms).toEqual([]);
});

test("as long as somebody near enough is asked or may be asked again, nobody is alarmed at once", () => {
  const world = raiseOne();
  look(world, 1);
  expect(lookFar(world, 7).alarms).toEqual([]);
  done(world, declining(world, 1));
  const far = { responderId: 7, etaSeconds: 9000, distanceMetres: 80_000 };
  const near = [{ responderId: 1, etaSeconds: 60, distanceMetres: 500, reservable: true }];
  const again = done(world, { type: "dispatchLooked", candidates: near, offerIds: [], tooFar: far });
  expect(again).toMatchObject({ entries: [{ kind: "listExhausted" }], alarms: [] });
});

test("whoever was stood down is nobody to tell about", () => {
  const world = raiseOne();
  look(world, 7);
  done(world, accepting(world, 7));
  done(world, { type: "stoodDown", responderId: 7, reason: "", by: controller });
  expect(lookFar(world, 7).alarms).toEqual([]);
});

test("when help that was on the way is lost, it is told anew", () => {
  const world = raiseOne();
  lookFar(world, 7);
  look(world, 1);
  done(world, accepting(world, 1));
  expect(world.state?.unattendedAt).toBeNull();
  const { assignmentId } = workOf(world, 1);
  done(world, { type: "aborted", assignmentId, reason: "Flat tyre", by: controller });
  expect(lookFar(world, 7).alarms).toMatchObject([{ kind: "unattended" }]);
});

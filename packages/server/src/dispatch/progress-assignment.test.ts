import { addResponder, bringTo, happen, raiseCallout, type TestStep, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import {
  abortAssignment,
  arriveAtAssignment,
  completeAssignment,
  remarkOnAssignment,
} from "./progress-assignment.ts";
import { inOrder, selfOf, statesOf } from "./testing/at-once.ts";

const system = useSystem();
const controller = { kind: "controller", id: 301, name: "Duty" } as const;
const nothing = { notes: null, outcome: null };
const refused = (assignmentState: string) => ({
  status: 409,
  code: "assignment-state",
  members: { assignmentState },
});

async function sent(step: TestStep = "assigned") {
  const callout = await raiseCallout(system);
  const responder = await addResponder(system);
  const assignmentId = await bringTo(system, callout, step, responder);
  const self = selfOf(system, responder);
  const { context } = system;
  return {
    callout,
    self,
    assignmentId,
    arrive: () => arriveAtAssignment(context, self, assignmentId, null),
    complete: () => completeAssignment(context, self, assignmentId, nothing),
    abort: () => abortAssignment(context, self, assignmentId, "The car broke down"),
    remark: (message: string) => remarkOnAssignment(context, self, assignmentId, () => message),
  };
}

const count = async (callout: Parameters<typeof statesOf>[1], kind: string) =>
  (await statesOf(system, callout)).timeline.filter((each) => each === kind).length;

describe("The way of an assignment", () => {
  test("arrive, then complete; the responder is free again", async () => {
    const { callout, self, arrive, complete } = await sent();
    await arrive();
    expect(await statesOf(system, callout)).toMatchObject({ phase: "onScene", assignments: ["onScene"] });
    await complete();
    expect(await statesOf(system, callout)).toMatchObject({ phase: "completed", assignments: ["completed"] });
    const text = "select 1 from engagement where responder_id = $1";
    expect(await system.context.db.query({ text, values: [self.id] })).toEqual([]);
  });

  test("whoever gives up hands the callout back to dispatch, at once", async () => {
    const { callout, abort } = await sent();
    await abort();
    expect(await statesOf(system, callout)).toMatchObject({ phase: "awaiting", assignments: ["aborted"] });
    const text = "select due_at <= $2 as due from deadline where callout_id = $1 and kind = 'dispatch'";
    const values = [callout.id, system.clock.now().toString()];
    expect(await system.context.db.query({ text, values })).toEqual([{ due: true }]);
  });

  test("words are welcome after the end too", async () => {
    const { callout, remark } = await sent("closed");
    const { callout: after } = await remark("The door was open.");
    expect(after.id).toBe(callout.id);
    expect(await count(callout, "commented")).toBe(1);
  });
});

describe("What can't be is refused with the state", () => {
  test("completing before arriving", async () => {
    await expect((await sent()).complete()).rejects.toMatchObject(refused("assigned"));
  });

  test("arriving twice", async () => {
    const { arrive } = await sent("onScene");
    await expect(arrive()).rejects.toMatchObject(refused("onScene"));
  });

  test("everything after completing, giving up and being stood down", async () => {
    const done = await sent("completed");
    const gaveUp = await sent();
    await gaveUp.abort();
    const stoodDown = await sent();
    const event = { type: "stoodDown", responderId: null, reason: "not needed", by: controller } as const;
    await happen(system, stoodDown.callout, event);
    for (const [story, state] of [
      [done, "completed"],
      [gaveUp, "aborted"],
      [stoodDown, "stoodDown"],
    ] as const) {
      for (const act of [story.arrive, story.complete, story.abort])
        await expect(act()).rejects.toMatchObject(refused(state));
    }
  });

  test("somebody else's, and what never was: there is no such assignment", async () => {
    const { assignmentId } = await sent();
    const stranger = selfOf(system, await addResponder(system));
    for (const id of [assignmentId, 1]) {
      const act = arriveAtAssignment(system.context, stranger, id, null);
      await expect(act).rejects.toMatchObject({ code: "not-found" });
    }
    await expect(
      remarkOnAssignment(system.context, stranger, assignmentId, () => "hello"),
    ).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("Two at the same instant: one wins, the other hears the state, nothing is lost", () => {
  test("completing twice", async () => {
    const { callout, complete } = await sent("onScene");
    expect(await inOrder(system, callout, [complete, complete])).toMatchObject([
      { status: "fulfilled" },
      { status: "rejected", reason: refused("completed") },
    ]);
    expect(await count(callout, "completed")).toBe(1);
  });

  test("giving up, and completing", async () => {
    const { callout, complete, abort } = await sent("onScene");
    expect(await inOrder(system, callout, [abort, complete])).toMatchObject([
      { status: "fulfilled" },
      { status: "rejected", reason: refused("aborted") },
    ]);
    expect(await statesOf(system, callout)).toMatchObject({ phase: "awaiting", assignments: ["aborted"] });
  });

  test("arriving, and being stood down", async () => {
    const { callout, arrive } = await sent();
    const event = { type: "stoodDown", responderId: null, reason: "not needed", by: controller } as const;
    expect(await inOrder(system, callout, [() => happen(system, callout, event), arrive])).toMatchObject([
      { status: "fulfilled" },
      { status: "rejected", reason: refused("stoodDown") },
    ]);
  });
});

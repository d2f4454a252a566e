import type { CalloutEvent } from "@tocsin/domain";
import {
  addResponder,
  bringTo,
  happen,
  nextId,
  raiseCallout,
  type TestCallout,
  type TestResponder,
  useSystem,
} from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { type CalloutView, findCalloutView, findCalloutViewsAsOf } from "./index.ts";

const system = useSystem();
const controller = { kind: "controller", id: 1, name: "Duty" } as const;

/** What a partner's reads depend on. */
function shown({ phase, classificationId, position, positionAt, cancelledAt, sent }: CalloutView) {
  return JSON.parse(
    JSON.stringify({ phase, classificationId, position, positionAt, cancelledAt, sent }),
  ) as unknown;
}

interface Moment {
  readonly sequence: number;
  readonly at: Temporal.Instant;
  readonly view: CalloutView;
}

async function look({ id }: TestCallout): Promise<Moment> {
  const view = await findCalloutView(system.context.db, system.partner.customerSourceId, id, "partner");
  if (!view) throw new Error(`There is no callout ${id}`);
  return { sequence: view.sequence, at: view.updatedAt, view };
}

/** Lets everything happen with a look after each, and reads every moment again at the end. */
async function readTwice(callout: TestCallout, events: readonly (CalloutEvent | (() => Promise<unknown>))[]) {
  const moments = [await look(callout)];
  for (const event of events) {
    await (typeof event === "function" ? event() : happen(system, callout, event));
    moments.push(await look(callout));
  }
  const { customerSourceId } = system.partner;
  const views = await findCalloutViewsAsOf(
    system.context.db,
    moments.map(({ sequence, at, view: { phase } }) => ({
      customerSourceId,
      calloutId: callout.id,
      sequence,
      at,
      phase,
    })),
  );
  return { atFirst: moments.map(({ view }) => shown(view)), again: views.map((view) => view && shown(view)) };
}

const byResponder = ({ responderId }: TestResponder) =>
  ({ kind: "responder", id: responderId, name: null }) as const;

async function byHand({ responderId }: TestResponder): Promise<CalloutEvent<"dispatchedByHand">> {
  const assignmentId = await nextId(system, "assignment_id");
  return {
    type: "dispatchedByHand",
    assignmentId,
    responderId,
    etaSeconds: 60,
    instruction: null,
    additional: true,
    unfit: [],
    overrideReason: null,
    by: controller,
  };
}

describe("a callout as of a moment, read after everything happened at one instant", () => {
  test("a plain story: each moment is what a read said then", async () => {
    const callout = await raiseCallout(system);
    const responder = await addResponder(system);
    const { atFirst, again } = await readTwice(callout, [
      { type: "owned", owner: { operatorId: 1, name: "Duty" }, force: false },
      () => bringTo(system, callout, "closed", responder),
    ]);
    expect(again).toEqual(atFirst);
  });

  test("somebody gives up, another arrives, the first is sent again, the callout is cancelled and closed", async () => {
    const callout = await raiseCallout(system);
    const [one, other] = [await addResponder(system), await addResponder(system)];
    const [first, second, third] = [await byHand(one), await byHand(other), await byHand(one)];
    const { atFirst, again } = await readTwice(callout, [
      first,
      { type: "aborted", assignmentId: first.assignmentId, reason: "flat tyre", by: byResponder(one) },
      second,
      { type: "arrived", assignmentId: second.assignmentId, position: null, by: byResponder(other) },
      third,
      { type: "cancelled", kind: "plain", reason: null, by: controller },
      { type: "closed", outcome: "cancelled", notes: null, by: controller },
    ]);
    expect(again).toEqual(atFirst);
  });

  test("the person walks, a controller gives a verdict, a repeat lifts it", async () => {
    const callout = await raiseCallout(system);
    const at = (latitude: number) => ({ latitude, longitude: 28, accuracy: 5 });
    const request = {
      responseTypeId: 1,
      classificationId: 1,
      internalTest: false,
      installerIdentifier: null,
      externalReferenceId: null,
      position: at(-26.2),
    };
    const { atFirst, again } = await readTwice(callout, [
      { type: "verified", classificationId: 2, by: controller },
      { type: "moved", position: at(-26.3), by: controller },
      { type: "raisedAgain", request, by: controller },
      { type: "commented", message: "hello", source: null, by: controller },
    ]);
    expect(again).toEqual(atFirst);
  });
});

test("a responder's position is the one of then", async () => {
  const callout = await raiseCallout(system);
  const responder = await addResponder(system);
  await bringTo(system, callout, "assigned", responder);
  const then = await look(callout);
  system.clock.advance({ seconds: 10 });
  const recordedAt = system.clock.now();
  const fix = { latitude: -26.5, longitude: 28.5, accuracy: null, speed: null, heading: null, recordedAt };
  system.context.fleet.record(responder.responderId, [fix]);
  await system.context.fleet.flush();
  const { customerSourceId } = system.partner;
  const asked = { customerSourceId, calloutId: callout.id, sequence: then.sequence, phase: null };
  const [before, after] = await findCalloutViewsAsOf(system.context.db, [
    { ...asked, at: then.at },
    { ...asked, at: recordedAt },
  ]);
  expect(before?.sent[0]?.position).toEqual(then.view.sent[0]?.position);
  expect(after?.sent[0]?.position).toMatchObject({ latitude: -26.5, longitude: 28.5 });
});

test("one that is not there is undefined, in its place", async () => {
  const { id } = await raiseCallout(system);
  const at = system.clock.now();
  const asked = { customerSourceId: system.partner.customerSourceId, sequence: 1, phase: null, at };
  const views = await findCalloutViewsAsOf(system.context.db, [
    { ...asked, calloutId: id + 1_000 },
    { ...asked, calloutId: id },
    { ...asked, customerSourceId: system.otherPartner.customerSourceId, calloutId: id },
  ]);
  expect(views.map((view) => view?.id)).toEqual([undefined, id, undefined]);
});

import { defaultTiming } from "@tocsin/domain";
import {
  addResponder,
  happen,
  nextId,
  type OfferedResponder,
  offerTo,
  raiseCallout,
  untilSomebodyWaits,
  useSystem,
} from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { applyEvent, lockCallout } from "../callouts/index.ts";
import { acceptOffer, declineOffer } from "./answer-offer.ts";
import { inOrder, selfOf, statesOf } from "./testing/at-once.ts";

const system = useSystem();
const controller = { kind: "controller", id: 301, name: "Duty" } as const;
const partner = { kind: "integrator", id: 1, name: "acme" } as const;

const accept = (one: OfferedResponder) => acceptOffer(system.context, selfOf(system, one), one.offerId);
const decline = (one: OfferedResponder, reason: string | null = null) =>
  declineOffer(system.context, selfOf(system, one), one.offerId, reason);
const over = (offerState: string) => ({ status: 409, code: "offer-over", members: { offerState } });

async function offerToOne() {
  const { callout, asked } = await offerTo(system);
  return { callout, one: asked[0] };
}

describe("Accepting", () => {
  test("sends the responder and withdraws the offers to others", async () => {
    const { callout, asked } = await offerTo(system, 3);
    const [, second] = asked;
    if (!second) throw new Error("nobody was asked");
    await accept(second);
    expect(await statesOf(system, callout)).toMatchObject({
      phase: "assigned",
      offers: ["withdrawn", "accepted", "withdrawn"],
      assignments: ["assigned"],
    });
  });

  test("twice is no mistake, and sends nobody twice", async () => {
    const { callout, one } = await offerToOne();
    await accept(one);
    await accept(one);
    const { assignments, timeline } = await statesOf(system, callout);
    expect(assignments).toEqual(["assigned"]);
    expect(timeline.filter((kind) => kind === "offerAccepted")).toHaveLength(1);
  });

  test("twice at the same instant too", async () => {
    const { callout, one } = await offerToOne();
    const outcomes = await inOrder(system, callout, [() => accept(one), () => accept(one)]);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
    expect((await statesOf(system, callout)).assignments).toEqual(["assigned"]);
  });

  test("what was declined, or is somebody else's, is refused", async () => {
    const { one } = await offerToOne();
    const stranger = await addResponder(system);
    await expect(acceptOffer(system.context, selfOf(system, stranger), one.offerId)).rejects.toMatchObject({
      code: "not-found",
    });
    await decline(one);
    await expect(accept(one)).rejects.toMatchObject(over("declined"));
  });
});

describe("Declining", () => {
  test("is final, kept with its reason, and lets the next look begin at once", async () => {
    const { callout, one } = await offerToOne();
    await decline(one, "flat tyre");
    await decline(one, "another reason");
    expect(await statesOf(system, callout)).toMatchObject({ phase: "awaiting", offers: ["declined"] });
    const [line] = await system.context.db.query<{ body: unknown; due: boolean }>({
      text: `select e.body, d.due_at <= $2 as due from callout_event e join deadline d on d.callout_id = e.callout_id
        where e.callout_id = $1 and e.kind = 'offerDeclined' and d.kind = 'dispatch'`,
      values: [callout.id, system.clock.now().toString()],
    });
    expect(line).toMatchObject({ body: { reason: "flat tyre", responderId: one.responderId }, due: true });
  });

  test("what was accepted is refused, and nothing changes", async () => {
    const { callout, one } = await offerToOne();
    await accept(one);
    await expect(decline(one)).rejects.toMatchObject(over("accepted"));
    expect((await statesOf(system, callout)).assignments).toEqual(["assigned"]);
  });
});

describe("Two at the same instant: one wins, the other hears how it ended, nothing is lost", () => {
  test.each([
    [0, 1],
    [1, 0],
    [2, 0],
  ])("number %i of three accepts just before number %i", async (winner, loser) => {
    const { callout, asked } = await offerTo(system, 3);
    const [first, second] = [asked[winner], asked[loser]];
    if (!first || !second) throw new Error("nobody was asked");
    const outcomes = await inOrder(system, callout, [() => accept(first), () => accept(second)]);
    expect(outcomes).toMatchObject([
      { status: "fulfilled" },
      { status: "rejected", reason: over("withdrawn") },
    ]);
    expect((await statesOf(system, callout)).assignments).toEqual(["assigned"]);
  });

  test("the offer times out just before: too late", async () => {
    const { callout, one } = await offerToOne();
    system.clock.advance({ seconds: 20 });
    const timeOut = () => happen(system, callout, { type: "deadlineDue", kind: "offerExpiry" });
    const outcomes = await inOrder(system, callout, [timeOut, () => accept(one)]);
    expect(outcomes).toMatchObject([
      { status: "fulfilled" },
      { status: "rejected", reason: over("expired") },
    ]);
    expect(await statesOf(system, callout)).toMatchObject({
      phase: "awaiting",
      offers: ["expired"],
      assignments: [],
    });
  });

  test("the offer would time out just after: in time, however late", async () => {
    const { callout, one } = await offerToOne();
    system.clock.advance({ seconds: 20 });
    const timeOut = () => happen(system, callout, { type: "deadlineDue", kind: "offerExpiry" });
    const outcomes = await inOrder(system, callout, [() => accept(one), timeOut]);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
    expect(await statesOf(system, callout)).toMatchObject({
      offers: ["accepted"],
      assignments: ["assigned"],
    });
  });

  const cancel = { type: "cancelled", kind: "plain", reason: null, by: partner } as const;

  test("the callout is cancelled just before: withdrawn", async () => {
    const { callout, one } = await offerToOne();
    const acts = [() => happen(system, callout, cancel), () => accept(one)];
    expect(await inOrder(system, callout, acts)).toMatchObject([
      { status: "fulfilled" },
      { status: "rejected", reason: over("withdrawn") },
    ]);
    expect(await statesOf(system, callout)).toMatchObject({ phase: "cancelled", assignments: [] });
  });

  test("the callout is cancelled just after: accepted, then stood down", async () => {
    const { callout, one } = await offerToOne();
    const acts = [() => accept(one), () => happen(system, callout, cancel)];
    const outcomes = await inOrder(system, callout, acts);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
    expect(await statesOf(system, callout)).toMatchObject({
      phase: "cancelled",
      offers: ["accepted"],
      assignments: ["stoodDown"],
    });
  });
});

describe("A responder who was sent elsewhere by hand", () => {
  const sendByHand = async (responderId: number) =>
    ({
      type: "dispatchedByHand",
      responderId,
      assignmentId: await nextId(system, "assignment_id"),
      etaSeconds: 60,
      etaMethod: "estimate",
      instruction: null,
      additional: false,
      unfit: ["holdsAnOffer"],
      overrideReason: "nobody else is near",
      by: controller,
    }) as const;
  const busy = { status: 409, code: "responder-assigned", members: { offerState: "live" } };

  test("can't accept; the offer stays open until it times out", async () => {
    const { callout, one } = await offerToOne();
    await happen(system, await raiseCallout(system), await sendByHand(one.responderId));
    await expect(accept(one)).rejects.toMatchObject(busy);
    expect(await statesOf(system, callout)).toMatchObject({
      phase: "offering",
      offers: ["live"],
      assignments: [],
    });
  });

  test("at the same instant: accepting waits for the other, and sees it", async () => {
    const { one } = await offerToOne();
    const elsewhere = await raiseCallout(system);
    const event = await sendByHand(one.responderId);
    const { db, clock } = system.context;
    const accepting = await db.transaction(async (tx) => {
      const held = await lockCallout(tx, elsewhere.partner.customerSourceId, elsewhere.id);
      if (!held) throw new Error("the callout is gone");
      await applyEvent(tx, held, event, clock.now(), defaultTiming);
      const outcome = Promise.allSettled([accept(one)]);
      await untilSomebodyWaits(system);
      return { outcome };
    });
    expect(await accepting.outcome).toMatchObject([{ status: "rejected", reason: busy }]);
  });
});

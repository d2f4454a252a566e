import type { CalloutEvent } from "@tocsin/domain";
import {
  addResponder,
  addWebhook,
  bringTo,
  happen,
  nextId,
  raiseCallout,
  type TestCallout,
  useReceiver,
  useSystem,
} from "@tocsin/testkit";
import { beforeEach, describe, expect, test } from "vitest";

const system = useSystem();
const receiver = useReceiver();
const controller = { kind: "controller", id: 1, name: "Duty" } as const;
const integrator = { kind: "integrator", id: 11, name: "acme" } as const;
const owner = { operatorId: 1, name: "Duty" };
const withEta = "RESPONDER_ACKNOWLEDGED_CALLOUT_WITH_ETA";

beforeEach(async () => {
  await system.context.db.query({ text: "truncate deadline" });
  await addWebhook(system, { url: receiver.url });
});

const request = {
  responseTypeId: 1,
  classificationId: 1,
  internalTest: false,
  installerIdentifier: null,
  externalReferenceId: null,
  position: null,
};
const position = { latitude: -26, longitude: 28, accuracy: null };

/** What the receiver is told of `events`, with everything before them forgotten; and the status that the last one shows. */
async function toldOf(callout: TestCallout, ...events: readonly (CalloutEvent | (() => Promise<unknown>))[]) {
  await system.context.webhooks.runDue();
  const before = receiver.received.length;
  for (const event of events) await (typeof event === "function" ? event() : happen(system, callout, event));
  await system.context.webhooks.runDue();
  const told = receiver.received.slice(before);
  return { events: told.map(({ body }) => body.message), status: told.at(-1)?.body.callout.status };
}

async function sent(step: "assigned" | "onScene" | "completed") {
  const callout = await raiseCallout(system);
  const responder = await addResponder(system);
  return { callout, responder, assignmentId: await bringTo(system, callout, step, responder) };
}

describe("each event of a callout tells exactly its webhook events", () => {
  test.each<readonly [string, CalloutEvent, string, string]>([
    ["raised again", { type: "raisedAgain", request, by: integrator }, "CALLOUT_EVENTS_CHANGED", "created"],
    ["moved", { type: "moved", position, by: integrator }, "CALLOUT_EVENTS_CHANGED", "created"],
    [
      "commented",
      { type: "commented", message: "hi", source: null, by: integrator },
      "CALLOUT_EVENTS_CHANGED",
      "created",
    ],
    ["owned", { type: "owned", owner, force: false }, "CALLOUT_OWNED", "created"],
    [
      "verified",
      { type: "verified", classificationId: 2, by: controller },
      "CALLOUT_EVENTS_CHANGED",
      "created",
    ],
    [
      "under duress",
      { type: "cancelled", kind: "duress", reason: null, by: integrator },
      "CALLOUT_EVENTS_CHANGED",
      "created",
    ],
    [
      "cancelled",
      { type: "cancelled", kind: "plain", reason: null, by: integrator },
      "CALLOUT_NO_LONGER_REQUIRES_RESPONSE",
      "Responder Cancelled",
    ],
    [
      "cancelled by its customer",
      { type: "cancelled", kind: "verified", reason: null, by: integrator },
      "CALLOUT_SOFT_CANCELLED_BY_CUSTOMER",
      "Responder Cancelled",
    ],
    ["closed", { type: "closed", outcome: "test", notes: null, by: controller }, "CALLOUT_CLOSED", "closed"],
  ])("%s", async (_name, event, told, status) => {
    expect(await toldOf(await raiseCallout(system), event)).toEqual({ events: [told], status });
  });

  test("dismissed: both, in that order; one that is cancelled already is only closed", async () => {
    const dismissed = { type: "dismissed", by: integrator } as const;
    const both = ["CALLOUT_NO_LONGER_REQUIRES_RESPONSE", "CALLOUT_CLOSED"];
    expect((await toldOf(await raiseCallout(system), dismissed)).events).toEqual(both);
    const cancelled = await raiseCallout(system);
    await happen(system, cancelled, { type: "cancelled", kind: "plain", reason: null, by: integrator });
    expect((await toldOf(cancelled, dismissed)).events).toEqual(["CALLOUT_CLOSED"]);
  });

  test("released, and duress cleared", async () => {
    const callout = await raiseCallout(system);
    await happen(system, callout, { type: "owned", owner, force: false });
    const release = { type: "released", operator: owner, force: false } as const;
    expect((await toldOf(callout, release)).events).toEqual(["CALLOUT_EVENTS_CHANGED"]);
    await happen(system, callout, { type: "cancelled", kind: "duress", reason: null, by: integrator });
    const clear = { type: "duressCleared", reason: "safe", by: controller } as const;
    expect((await toldOf(callout, clear)).events).toEqual(["CALLOUT_EVENTS_CHANGED"]);
  });

  test("sent by hand, given up, stood down", async () => {
    const callout = await raiseCallout(system);
    const { responderId } = await addResponder(system);
    const byHand = async () => ({
      type: "dispatchedByHand" as const,
      assignmentId: await nextId(system, "assignment_id"),
      responderId,
      etaSeconds: 60,
      instruction: null,
      additional: false,
      unfit: [],
      overrideReason: null,
      by: controller,
    });
    const first = await byHand();
    const dispatched = { events: ["RESPONDER_MANUALLY_DISPATCHED"], status: "Responder Dispatched" };
    expect(await toldOf(callout, first)).toEqual(dispatched);
    const { assignmentId } = first;
    const givesUp = { type: "aborted", assignmentId, reason: "flat tyre", by: controller } as const;
    expect(await toldOf(callout, givesUp)).toEqual({ events: ["RESPONDER_CANCELLED"], status: "created" });
    await happen(system, callout, await byHand());
    const standDown = {
      type: "stoodDown",
      responderId: null,
      reason: "false alarm",
      by: controller,
    } as const;
    expect(await toldOf(callout, standDown)).toEqual({ events: ["RESPONDER_CANCELLED"], status: "created" });
  });

  test("offers, declined ones too, and alarms tell nothing", async () => {
    const callout = await raiseCallout(system);
    const { responderId } = await addResponder(system);
    const offerId = await nextId(system, "offer_id");
    const candidate = { responderId, etaSeconds: 240, distanceMetres: 1_800, reservable: true };
    const by = { kind: "responder", id: responderId, name: null } as const;
    const told = await toldOf(
      callout,
      { type: "dispatchLooked", candidates: [candidate], offerIds: [offerId] },
      { type: "offerDeclined", offerId, reason: null, by },
      { type: "deadlineDue", kind: "unattended" },
    );
    expect(told.events).toEqual([]);
  });

  test("accepted, arrived, completed, closed by itself, with the deprecated event for who names it", async () => {
    await addWebhook(system, {
      url: receiver.url,
      events: ["RESPONDER_ACKNOWLEDGED_CALLOUT", withEta, "CALLOUT_CLOSED"],
    });
    const { callout } = await sent("assigned");
    await system.context.webhooks.runDue();
    expect(receiver.received.map(({ body }) => body.message)).toEqual([
      "RESPONDER_ACKNOWLEDGED_CALLOUT",
      withEta,
    ]);
    const cancel = { type: "cancelled", kind: "plain", reason: null, by: integrator } as const;
    const told = await toldOf(callout, cancel, { type: "deadlineDue", kind: "autoClose" });
    expect(told).toEqual({ events: ["CALLOUT_CLOSED"], status: "closed" });
  });

  test("a raise where the last responder is done closes the one callout and opens another", async () => {
    const { callout } = await sent("completed");
    const raise = () =>
      system.request({
        method: "POST",
        path: `/panic-api/v2/predefinedLocations/externalRef/${callout.reference}/callouts`,
        body: { responseTypeId: 1 },
      });
    const told = await toldOf(callout, raise);
    expect(told.events.toSorted()).toEqual(["CALLOUT_CLOSED", "NEW_CALLOUT"]);
  });
});

describe("people", () => {
  const post = (path: string, body: unknown) =>
    system.request({ method: "POST", path: `/panic-api/v2${path}`, body });

  test("a customer is told of as the reads show them, and as they were when they are gone", async () => {
    const created = await post("/customers", {
      customer: { name: "Thandi", surname: "Nkosi", mobile: "+27821234567" },
    });
    await system.context.webhooks.runDue();
    const { id } = created.body;
    const read = await system.request({ method: "GET", path: `/panic-api/v2/customers/${id}` });
    expect(receiver.received.map(({ body }) => body)).toEqual([
      { message: "CREATED_CUSTOMER", customer: read.body.customer },
    ]);
    await post(`/customers/${id}/delete`, {});
    await system.context.webhooks.runDue();
    expect(receiver.received.at(-1)?.body).toMatchObject({
      message: "DELETED_CUSTOMER",
      customer: { id, name: "Thandi" },
    });
  });

  test("a subscription is told of as the reads show it, with its status", async () => {
    const { body } = await post("/customers", {
      customer: { name: "Sipho", surname: "Dlamini", mobile: "+27821234568" },
    });
    const subscribed = await post("/subscriptions", { customerId: body.id, subscriptionTypeId: 1 });
    await system.context.webhooks.runDue();
    const read = await system.request({
      method: "GET",
      path: `/panic-api/v2/subscriptions/${subscribed.body.id}`,
    });
    expect(receiver.received.at(-1)?.body).toEqual({
      message: "SUBSCRIPTION_CREATED",
      subscription: read.body.subscription,
    });
    expect(read.body.subscription.status).toBe("active");
  });
});

import {
  addResponder,
  addWebhook,
  bringTo,
  happen,
  type ReceivedWebhook,
  raiseCallout,
  useReceiver,
  useSystem,
} from "@tocsin/testkit";
import { beforeEach, describe, expect, test } from "vitest";

const system = useSystem();
const receiver = useReceiver();
const controller = { kind: "controller", id: 1, name: "Duty" } as const;

beforeEach(async () => {
  await system.context.db.query({
    text: "truncate webhook_endpoint, webhook_key, webhook_delivery, webhook_body, webhook_attempt, outbox, deadline",
  });
  await addWebhook(system, { url: receiver.url });
  // an endpoint that failed in the test before is not tried twice in a second
  system.clock.advance({ seconds: 10 });
});

const told = (): string[] => receiver.received.map(({ body }) => body.message);
const idOf = ({ headers }: ReceivedWebhook): unknown => headers["webhook-id"];
const sequenceOf = ({ headers }: ReceivedWebhook): unknown => headers["webhook-sequence"];

interface DeliveryRow {
  readonly state: string;
  readonly attempts: number;
  readonly due_at: Temporal.Instant | null;
}

function deliveries(): Promise<DeliveryRow[]> {
  return system.context.db.query<DeliveryRow>({
    text: "select state, attempts, due_at from webhook_delivery order by id",
  });
}

describe("a plain story", () => {
  test("arrives in order, each event once, each under an id and a number of its own", async () => {
    const callout = await raiseCallout(system);
    await happen(system, callout, { type: "owned", owner: { operatorId: 1, name: "Duty" }, force: false });
    await bringTo(system, callout, "closed", await addResponder(system));
    await system.drain();
    expect(told()).toEqual([
      "NEW_CALLOUT",
      "CALLOUT_OWNED",
      "RESPONDER_ACKNOWLEDGED_CALLOUT",
      "RESPONDER_ARRIVED_ON_SCENE",
      "RESPONDER_COMPLETED",
      "CALLOUT_CLOSED",
    ]);
    expect(receiver.received.map(sequenceOf)).toEqual(["1", "2", "3", "4", "5", "6"]);
    expect(new Set(receiver.received.map(idOf)).size).toBe(6);
    await system.drain();
    expect(told()).toHaveLength(6);
  });

  test("each body says what was true at its event, though all were made afterwards", async () => {
    const callout = await raiseCallout(system);
    await bringTo(system, callout, "closed", await addResponder(system));
    await system.drain();
    const seen = receiver.received.map(({ body: { callout: shown } }) => [
      shown.status,
      shown.incidentInformation[0].arrivedAt !== null,
      shown.incidentInformation[0].completedAt !== null,
    ]);
    expect(seen).toEqual([
      ["created", false, false],
      ["Responder Dispatched", false, false],
      ["Responder Arrived", true, false],
      ["Responder Completed", true, true],
      ["closed", true, true],
    ]);
  });

  test("a body is `message` and the nested callout exactly as GET shows it", async () => {
    const { id } = await raiseCallout(system);
    await system.drain();
    const read = await system.request({ method: "GET", path: `/panic-api/v2/callouts/${id}` });
    expect(receiver.received[0]?.body).toEqual({ message: "NEW_CALLOUT", callout: read.body.callout });
    expect(receiver.received[0]?.body.callout.incidentInformation[0]).toHaveProperty("incidentcategory");
  });

  test("registered headers go along, and JSON is said to be JSON", async () => {
    await addWebhook(system, { url: receiver.url, headers: { "X-Site": "north" } });
    await raiseCallout(system);
    await system.drain();
    expect(receiver.received[0]?.headers).toMatchObject({
      "x-site": "north",
      "content-type": "application/json",
    });
    expect(receiver.received[0]?.headers["webhook-signature"]).toMatch(/^v1,/);
  });
});

describe("who is told what", () => {
  test("only what was asked for; the deprecated event goes to those who name it, beside the other", async () => {
    const events = [
      "RESPONDER_ACKNOWLEDGED_CALLOUT_WITH_ETA",
      "RESPONDER_ACKNOWLEDGED_CALLOUT",
      "CALLOUT_CLOSED",
    ];
    await addWebhook(system, { url: receiver.url, events });
    await bringTo(system, await raiseCallout(system), "closed", await addResponder(system));
    await system.drain();
    expect(told()).toEqual([
      "RESPONDER_ACKNOWLEDGED_CALLOUT",
      "RESPONDER_ACKNOWLEDGED_CALLOUT_WITH_ETA",
      "CALLOUT_CLOSED",
    ]);
    expect(receiver.received.map(sequenceOf)).toEqual(["1", "2", "3"]);
    const left = await system.context.db.query({ text: "select from outbox" });
    expect(left).toHaveLength(0);
  });

  test("without an endpoint nobody is told, nothing piles up, and nothing is told later", async () => {
    await system.context.db.query({ text: "delete from webhook_endpoint" });
    await raiseCallout(system);
    await raiseCallout(system, { partner: system.otherPartner });
    await system.drain();
    expect(await system.context.db.query({ text: "select from outbox" })).toHaveLength(0);
    await addWebhook(system, { url: receiver.url });
    await system.drain();
    expect(told()).toEqual([]);
    expect(await deliveries()).toEqual([]);
  });

  test("a tenant hears of its own callouts alone", async () => {
    await addWebhook(system, { url: `${receiver.url}/other`, partner: system.otherPartner });
    const [mine, theirs] = [
      await raiseCallout(system),
      await raiseCallout(system, { partner: system.otherPartner }),
    ];
    await system.drain();
    const heard = Object.fromEntries(receiver.received.map(({ path, body }) => [path, body.callout.id]));
    expect(heard).toEqual({ "/hook": mine.id, "/hook/other": theirs.id });
  });
});

describe("what is said of an answer", () => {
  const attempts = () =>
    system.context.db.query<{ status: number; failure: string | null; reason: string | null }>({
      text: "select status, failure, reason from webhook_attempt order by delivery_id, number",
    });
  const long = "The answer was longer than 64 KiB; the rest of it was not received.";

  test.each([
    [200, 1_000, { failure: null, reason: null }],
    [200, 60_000, { failure: null, reason: null }],
    [200, 70_000, { failure: null, reason: long }],
    [500, 70_000, { failure: "status", reason: `The answer was 500. ${long}` }],
  ])("%i with %i bytes", async (status, length, said) => {
    receiver.answer((_webhook, response) => response.writeHead(status).end("x".repeat(length)));
    await raiseCallout(system);
    await system.drain();
    expect(await attempts()).toEqual([{ status, ...said }]);
  });
});

describe("an endpoint that fails", () => {
  test("is tried again by the schedule, under the same id; what comes after waits in order", async () => {
    receiver.answer(500);
    const callout = await raiseCallout(system);
    await system.drain();
    await happen(system, callout, { type: "owned", owner: { operatorId: 1, name: "Duty" }, force: false });
    // each wait with its jitter of a tenth: what is due lies within, nothing is tried before
    for (const [least, most] of [
      [900, 1_100],
      [1_800, 2_200],
      [6_300, 7_700],
      [27_000, 33_000],
      [27_000, 33_000],
    ]) {
      await system.drain();
      const now = system.clock.now();
      const [head, behind] = await deliveries();
      const wait = head?.due_at?.since(now).total("milliseconds") ?? 0;
      expect(wait).toBeGreaterThanOrEqual(least ?? 0);
      expect(wait).toBeLessThanOrEqual(most ?? 0);
      expect(behind).toMatchObject({ state: "pending", attempts: 0, due_at: null });
      const before = receiver.received.length;
      system.clock.advance({ milliseconds: wait - 50 });
      await system.drain();
      expect(receiver.received).toHaveLength(before);
      system.clock.advance({ milliseconds: 50 });
      await system.drain();
      expect(receiver.received).toHaveLength(before + 1);
    }
    expect(new Set(receiver.received.map(idOf)).size).toBe(1);
    receiver.answer(204);
    system.clock.advance({ seconds: 33 });
    await system.drain();
    expect(told().slice(-2)).toEqual(["NEW_CALLOUT", "CALLOUT_OWNED"]);
    expect((await deliveries()).map(({ state }) => state)).toEqual(["delivered", "delivered"]);
  });

  test("back again, gets its whole backlog at once, in order for each callout", async () => {
    receiver.answer(503);
    const callouts = [];
    for (let each = 0; each < 12; each++) callouts.push(await raiseCallout(system));
    await system.drain();
    for (const callout of callouts)
      for (const message of ["one", "two"])
        await happen(system, callout, { type: "commented", message, source: null, by: controller });
    system.clock.advance({ minutes: 20 });
    await system.drain();
    receiver.answer(200);
    const before = receiver.received.length;
    system.clock.advance({ seconds: 35 });
    await system.drain();
    const arrived = receiver.received.slice(before);
    expect(arrived).toHaveLength(36);
    for (const [, line] of Map.groupBy(arrived, ({ body }) => body.callout.id))
      expect(line.map(sequenceOf)).toEqual(["1", "2", "3"]);
  });

  test("gets a try at once when there is news, and no more than one a second", async () => {
    receiver.answer(500);
    const callout = await raiseCallout(system);
    await system.drain();
    system.clock.advance({ minutes: 2 });
    await system.drain();
    system.clock.advance({ seconds: 1 });
    const before = receiver.received.length;
    const comment = { type: "commented", message: "news", source: null, by: controller } as const;
    await happen(system, callout, comment);
    await system.drain();
    expect(receiver.received).toHaveLength(before + 1);
    await happen(system, callout, comment);
    await system.drain();
    expect(receiver.received).toHaveLength(before + 1);
    system.clock.advance({ seconds: 1 });
    await system.drain();
    expect(receiver.received).toHaveLength(before + 2);
  });

  test("is left in peace for as long as it asks, whatever news there is", async () => {
    receiver.answer((_webhook, response) => response.writeHead(429, { "retry-after": "120" }).end());
    const callout = await raiseCallout(system);
    await system.drain();
    system.clock.advance({ seconds: 119 });
    await happen(system, callout, { type: "commented", message: "news", source: null, by: controller });
    await system.drain();
    expect(receiver.received).toHaveLength(1);
    system.clock.advance({ seconds: 1 });
    await system.drain();
    expect(receiver.received).toHaveLength(2);
  });

  test("for three days: dead letters, whatever waited behind as well; what comes later has its own chance", async () => {
    receiver.answer(500);
    const callout = await raiseCallout(system);
    await happen(system, callout, { type: "commented", message: "one", source: null, by: controller });
    await system.drain();
    for (let hour = 0; hour < 72; hour++) {
      system.clock.advance({ hours: 1 });
      if (hour === 70)
        await happen(system, callout, { type: "commented", message: "late", source: null, by: controller });
      await system.context.webhooks.runDue();
    }
    await system.context.webhooks.runDue();
    expect((await deliveries()).map(({ state }) => state)).toEqual(["dead", "dead", "pending"]);
    receiver.answer(200);
    system.clock.advance({ seconds: 2 });
    await system.context.webhooks.runDue();
    expect((await deliveries()).map(({ state }) => state)).toEqual(["dead", "dead", "delivered"]);
  });

  test("costs nobody else anything: of two callouts the one whose events are refused waits alone", async () => {
    const [bad, good] = [await raiseCallout(system), await raiseCallout(system)];
    receiver.answer(({ body }, response) => response.writeHead(body.callout.id === bad.id ? 400 : 200).end());
    for (const callout of [bad, good])
      await happen(system, callout, { type: "commented", message: "hello", source: null, by: controller });
    await system.drain();
    const arrived = receiver.received.filter(({ body }) => body.callout.id === good.id);
    expect(arrived.map(({ body }) => body.message)).toEqual(["NEW_CALLOUT", "CALLOUT_EVENTS_CHANGED"]);
  });
});

test("a callout whose body can't be made holds up no other, and is told once it can", async () => {
  const [broken, healthy] = [await raiseCallout(system), await raiseCallout(system)];
  const setType = (type: number) =>
    system.context.db.query({
      text: "update callout set response_type_id = $2 where id = $1",
      values: [broken.id, type],
    });
  await setType(99);
  await happen(system, healthy, { type: "commented", message: "hello", source: null, by: controller });
  await system.drain();
  expect(receiver.received.map(({ body }) => body.callout.id)).toEqual([healthy.id, healthy.id]);
  await setType(1);
  await happen(system, broken, { type: "commented", message: "after", source: null, by: controller });
  await system.drain();
  // what came after may not overtake
  expect(receiver.received).toHaveLength(2);
  system.clock.advance({ seconds: 31 });
  await system.drain();
  const late = receiver.received.slice(2);
  expect(late.map(({ body }) => [body.callout.id, body.message])).toEqual([
    [broken.id, "NEW_CALLOUT"],
    [broken.id, "CALLOUT_EVENTS_CHANGED"],
  ]);
});

test("whoever registers again is sent at once what waits, whatever the address before answered", async () => {
  await system.context.db.query({ text: "delete from webhook_endpoint" });
  const register = (url: string) => {
    const body = { url, events: ["NEW_CALLOUT"] };
    return system.request({ method: "POST", path: "/panic-api/v2/notifiers/webhooks", body });
  };
  await register(receiver.url);
  receiver.answer((_webhook, response) => response.writeHead(503, { "retry-after": "3000" }).end());
  const { id } = await raiseCallout(system);
  await system.drain();
  system.clock.advance({ minutes: 30 });
  await system.drain();
  expect(receiver.received).toHaveLength(1);
  receiver.answer(200);
  expect((await register(`${receiver.url}/new`)).status).toBe(201);
  await system.drain();
  const arrived = receiver.received.slice(1).map(({ path, body }) => [path, body.callout.id]);
  expect(arrived).toEqual([["/hook/new", id]]);
});

test("a clock that was set back delays no retry by more than its wait", async () => {
  receiver.answer(500);
  await raiseCallout(system);
  await system.drain();
  system.clock.advance({ hours: -5 });
  receiver.answer(200);
  await system.drain();
  expect((await deliveries()).map(({ state }) => state)).toEqual(["delivered"]);
});

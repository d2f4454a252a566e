import { happen, lastEntry, openStream, type StreamClient, useSystem } from "@tocsin/testkit";
import { type ResponderStreamEvents, responderStreamEvents } from "@tocsin/wire";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { type App, free, offered, sent } from "../testing/at-work.ts";

const system = useSystem();
let address: string;
const clients: StreamClient[] = [];

beforeAll(async () => {
  address = await system.app.listen({ host: "127.0.0.1", port: 0 });
});
afterEach(() => {
  for (const client of clients.splice(0)) client.cut();
});

/** @param after absent: right behind what has happened */
async function open({ responder }: App, after?: string | null): Promise<StreamClient> {
  const headers = { "last-event-id": after ?? (await lastEntry(system)) };
  const client = await openStream(address, {
    path: "/responder/v1/stream",
    token: await responder.token(),
    headers,
  });
  clients.push(client);
  return client;
}

const fromTheStart = "1-0";
const by = { kind: "controller", id: 1, name: "Thandi" } as const;

describe("200", () => {
  test("an offer, with what the app shows now; and its end", async () => {
    const { app, offerId, callout } = await offered(system);
    const stream = await open(app, fromTheStart);
    const offer = await stream.next();
    const state = (await app.state()).body;
    expect(offer).toMatchObject({ event: "offer", data: { calloutId: callout.id, offerId, state } });
    expect(responderStreamEvents.offer.parse(offer.data)).toEqual(offer.data);
    await app.post(`/offers/${offerId}/decline`);
    const end = await stream.next();
    expect(end).toMatchObject({
      event: "offerWithdrawn",
      data: { offerId, reason: "declined", state: { offer: null } },
    });
    expect(responderStreamEvents.offerWithdrawn.parse(end.data)).toEqual(end.data);
  });

  test("each step of an assignment", async () => {
    const { app, assignmentId, path } = await sent(system);
    const stream = await open(app);
    await app.post(`${path}/arrive`);
    await app.post(`${path}/complete`);
    const steps = [await stream.next(), await stream.next()];
    expect(steps.map(({ event, data }) => [event, data.kind, data.assignmentId])).toEqual([
      ["assignment", "arrived", assignmentId],
      ["assignment", "completed", assignmentId],
    ]);
    expect(responderStreamEvents.assignment.parse(steps[0]?.data)).toEqual(steps[0]?.data);
    expect(steps[1]?.data.state.assignment).toBeNull();
  });

  test("words about the callout, and where it moves, for whoever is on the way", async () => {
    const { app, callout } = await sent(system);
    const idle = await open(await free(system));
    const stream = await open(app);
    await happen(system, callout, { type: "commented", message: "Blue gate.", source: null, by });
    await happen(system, callout, {
      type: "moved",
      position: { latitude: -26.2, longitude: 28, accuracy: 5 },
      by,
    });
    const message = await stream.next();
    expect(message).toMatchObject({
      event: "message",
      data: { message: "Blue gate.", from: { kind: "controller", name: "Thandi" } } satisfies Partial<
        ResponderStreamEvents["message"]
      >,
    });
    expect(responderStreamEvents.message.parse(message.data)).toEqual(message.data);
    expect(await stream.next()).toMatchObject({
      event: "assignment",
      data: { kind: "moved", assignmentId: null, state: { assignment: { position: { latitude: -26.2 } } } },
    });
    // the same again by reading the table, and nothing of it for anybody else
    const again = await open(app, fromTheStart);
    const events = [await again.next(), await again.next(), await again.next(), await again.next()];
    expect(events.map(({ event }) => event)).toEqual(["offer", "assignment", "message", "assignment"]);
    expect(events.slice(2).map(({ id }) => id)).toEqual([message.id, events[3]?.id]);
    const { path, app: other } = await sent(system);
    const otherStream = await open(other);
    await other.post(`${path}/arrive`);
    expect((await otherStream.next()).data.kind).toBe("arrived");
    idle.cut();
    expect((await Array.fromAsync(idle.events())).filter(({ event }) => event !== "heartbeat")).toEqual([]);
  });

  test("what was said while they were on the way is told to whoever reconnects after the end, and nothing said later", async () => {
    const { app, callout, path } = await sent(system);
    const last = await lastEntry(system);
    const say = (message: string) =>
      happen(system, callout, { type: "commented", message, source: null, by });
    await say("Blue gate.");
    system.clock.advance({ seconds: 5 });
    await app.post(`${path}/abort`, { reason: "Flat tyre." });
    system.clock.advance({ seconds: 5 });
    await say("Somebody else is coming.");
    const stream = await open(app, last);
    expect([await stream.next(), await stream.next()].map(({ data }) => data.message ?? data.kind)).toEqual([
      "Blue gate.",
      "aborted",
    ]);
    await app.put("/shift", { onDuty: false });
    stream.cut();
    expect((await Array.fromAsync(stream.events())).filter(({ event }) => event !== "heartbeat")).toEqual([]);
  });

  test("a shift of offers, cut off after each event: each once, in order", async () => {
    const { app, offerId, callout } = await offered(system);
    let last: string | null = await lastEntry(system);
    await app.post(`/offers/${offerId}/accept`);
    const { body } = await app.state();
    await app.post(`/assignments/${body.assignment.id}/arrive`);
    await happen(system, callout, { type: "commented", message: "All well.", source: null, by });
    await app.post(`/assignments/${body.assignment.id}/events`, { message: "Checked the back door." });
    const seen = [];
    for (let cuts = 0; cuts < 4; cuts++) {
      const stream = await open(app, last);
      const event = await stream.next();
      stream.cut();
      last = event.id;
      seen.push(event.data.kind ?? event.data.message);
    }
    expect(seen).toEqual(["offerAccepted", "arrived", "All well.", "Checked the back door."]);
  });
});

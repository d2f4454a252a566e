import {
  addResponders,
  lastEntry,
  openStream,
  type ServerSentEvent,
  type StreamClient,
  seeded,
  useSystem,
} from "@tocsin/testkit";
import { controlStreamEvents } from "@tocsin/wire";
import { afterEach, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { createStreams } from "../../../../streams/index.ts";
import { buildApp } from "../../../app.ts";
import { look, raise } from "../../testing/callouts.ts";

const system = useSystem();
const path = "/control/v1/stream";
let address: string;
const clients: StreamClient[] = [];

beforeAll(async () => {
  address = await system.app.listen({ host: "127.0.0.1", port: 0 });
});
afterEach(() => {
  for (const client of clients.splice(0)) client.cut();
});

/** Another node's door, whose streams beat this often. */
async function startNode(heartbeatMilliseconds = 20): Promise<string> {
  const streams = createStreams(system.context, { heartbeatMilliseconds });
  const app = await buildApp({ ...system.context, streams });
  onTestFinished(() => app.close());
  return app.listen({ host: "127.0.0.1", port: 0 });
}

async function open(
  options: { headers?: Record<string, string>; query?: string; at?: string } = {},
): Promise<StreamClient> {
  const { headers = {}, query = "", at = address } = options;
  const client = await openStream(at, { path: path + query, token: await system.operatorToken(), headers });
  clients.push(client);
  return client;
}

const isCallout = ({ event }: ServerSentEvent): boolean => event === "callout" || event === "alarm";
const isHeartbeat = ({ event }: ServerSentEvent): boolean => event === "heartbeat";

/** The ids of all entries after one, in their order. */
async function entriesAfter(id: string | null): Promise<string[]> {
  const rows = await system.context.db.query<{ written: string }>({
    text: `select tx::text || '-' || id as written from callout_event where (tx, id) > ($1::xid8, $2::bigint) order by tx, id`,
    values: (id ?? "").split("-"),
  });
  return rows.map(({ written }) => written);
}

describe("200", () => {
  test("what happens comes with the callout's row, as the list shows it", async () => {
    const stream = await open();
    expect(stream.headers).toMatchObject({
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store",
    });
    const first = await stream.next(isHeartbeat);
    expect(first).toMatchObject({
      id: expect.stringMatching(/^\d+-0$/),
      data: { at: "2026-01-15T08:00:00.000Z" },
    });
    const calloutId = await raise(system);
    const event = await stream.next(isCallout);
    const { body } = await look(system, "/callouts");
    expect(event).toEqual({
      id: (await entriesAfter(first.id))[0],
      event: "callout",
      data: {
        calloutId,
        sequence: 1,
        at: "2026-01-15T08:00:00.000Z",
        kind: "raised",
        actor: { kind: "integrator", id: system.partner.customerSourceId, name: "acme" },
        body: expect.objectContaining({ responseTypeId: 1 }),
        row: body.callouts[0],
      },
    });
    expect(controlStreamEvents.callout.parse(event.data)).toEqual(event.data);
  });

  test("what rings comes as an alarm", async () => {
    const stream = await open();
    const calloutId = await raise(system);
    system.clock.advance({ seconds: 61 });
    await system.drain();
    const alarm = await stream.next(({ event, data }) => event === "alarm" && data.calloutId === calloutId);
    expect(alarm.data).toMatchObject({
      kind: "unattendedAlarm",
      alarm: "unattended",
      row: { id: calloutId },
    });
    expect(controlStreamEvents.alarm.parse(alarm.data)).toEqual(alarm.data);
  });

  test("responders come at first all, then those who changed, without an id", async () => {
    const [one, other] = await addResponders(system, 2);
    const stream = await open();
    const isResponder = ({ event }: ServerSentEvent): boolean => event === "responder";
    const first = [await stream.next(isResponder), await stream.next(isResponder)];
    expect(first.map(({ id, data }) => [id, data.id])).toEqual([
      [null, one?.responderId],
      [null, other?.responderId],
    ]);
    expect(controlStreamEvents.responder.parse(first[0]?.data)).toEqual(first[0]?.data);
    const recordedAt = system.clock.now().add({ seconds: 1 });
    const fix = { latitude: -27, longitude: 29, accuracy: 4, speed: null, heading: null, recordedAt };
    system.context.fleet.record(other?.responderId ?? 0, [fix]);
    const moved = await stream.next(isResponder);
    expect(moved.data).toMatchObject({
      id: other?.responderId,
      position: { latitude: -27, longitude: 29, accuracy: 4 },
    });
  });

  test.each(["header", "query"])(
    "it goes on behind the id in the %s, and a header is newer than a query",
    async (where) => {
      const start = await lastEntry(system);
      const stream = await open({ headers: { "last-event-id": start } });
      const ids = [await raise(system), await raise(system), await raise(system)];
      const seen = await stream.next(isCallout);
      stream.cut();
      const lastEventId = seen.id ?? "";
      const again = await open(
        where === "query"
          ? { query: `?lastEventId=${lastEventId}` }
          : { headers: { "last-event-id": lastEventId }, query: `?lastEventId=${start}` },
      );
      const rest = [await again.next(isCallout), await again.next(isCallout)];
      expect([seen, ...rest].map(({ data }) => data.calloutId)).toEqual(ids);
    },
  );

  test("cut off again and again in a storm, it tells everything once and in order", async () => {
    const random = seeded(7);
    const nodes = [await startNode(), await startNode()];
    const first = await open();
    const start = await first.next(isHeartbeat);
    first.cut();
    await addResponders(system, 20);
    const seen: string[] = [];
    const over = new AbortController();
    const storm = (async () => {
      for (let wave = 0; wave < 6; wave++) {
        await Promise.all(Array.from({ length: 10 }, () => raise(system)));
        system.clock.advance({ seconds: 10 });
        await system.drain();
      }
      over.abort();
    })();
    for (let cuts = 0; !over.signal.aborted || cuts < 60; cuts++) {
      const headers = { "last-event-id": seen.at(-1) ?? start.id ?? "" };
      const stream = await open({ at: nodes[cuts % 2] ?? address, headers });
      let left = Math.floor(random() * 6);
      for await (const event of stream.events()) {
        if (event.event === "responder") continue;
        if (left-- === 0) break;
        if (isCallout(event) && event.id !== null) seen.push(event.id);
      }
      stream.cut();
    }
    await storm;
    const expected = await entriesAfter(start.id);
    const last = await open({ headers: { "last-event-id": seen.at(-1) ?? "" } });
    while (seen.length < expected.length) seen.push((await last.next(isCallout)).id ?? "");
    expect(seen).toEqual(expected);
  });
});

describe("an open stream", () => {
  test("beats, and each beat can be resumed from", async () => {
    const at = await startNode();
    const stream = await open({ at });
    await raise(system);
    await stream.next(isCallout);
    const beat = await stream.next(isHeartbeat);
    await stream.next(isHeartbeat);
    expect(await entriesAfter(beat.id)).toEqual([]);
    const calloutId = await raise(system);
    const resumed = await open({ at, headers: { "last-event-id": beat.id ?? "" } });
    expect((await resumed.next(isCallout)).data.calloutId).toBe(calloutId);
  });

  test("ends when the session does", async () => {
    const token = await system.operatorToken();
    const stream = await openStream(await startNode(), { path, token });
    await stream.next(isHeartbeat);
    await system.context.sessions.revoke(token);
    await expect(stream.next(() => false)).rejects.toThrow("the stream has ended");
  });

  test("does not hold up the end of the node", async () => {
    const app = await buildApp({ ...system.context, streams: createStreams(system.context) });
    const stream = await open({ at: await app.listen({ host: "127.0.0.1", port: 0 }) });
    await stream.next(isHeartbeat);
    await app.close();
    await expect(stream.next(() => false)).rejects.toThrow("the stream has ended");
  });

  test("has no HEAD, which would never end", async () => {
    const answer = await fetch(new URL(path, address), {
      method: "HEAD",
      headers: { authorization: `Bearer ${await system.operatorToken()}` },
    });
    expect(answer.status).toBe(404);
  });
});

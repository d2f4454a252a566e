import { seeded, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import type { AppContext } from "../index.ts";
import { createControlSource } from "./control-source.ts";
import { createEventFeed, type EventFeed } from "./event-feed.ts";
import type { ControlMessage } from "./control-source.ts";
import { readPosition, type StreamPosition, writePosition } from "./position.ts";
import { startSecondNode } from "./testing/second-node.ts";
import { storm } from "./testing/storm.ts";

const system = useSystem();
const listener = 1;

interface Row {
  readonly id: number;
  readonly responseTypeId: number;
  readonly sequence: number;
}

function feedOf(node: AppContext): EventFeed<ControlMessage<Row>> {
  const source = createControlSource<Row>(node, async (db, callouts) => {
    const rows = await db.query<Row>({
      text: `select id, response_type_id as "responseTypeId", sequence from callout where id = any($1::bigint[])`,
      values: [callouts.map(({ id }) => id)],
    });
    return new Map(rows.map((row) => [row.id, row]));
  });
  return createEventFeed(node, source);
}

/** The ids of all entries after a position, in their order. */
async function table(after: string): Promise<string[]> {
  const [tx, id] = after.split("-");
  const rows = await system.context.db.query<{ written: string }>({
    text: `select tx::text || '-' || id as written from callout_event where (tx, id) > ($1::xid8, $2::bigint) order by tx, id`,
    values: [tx, id],
  });
  return rows.map(({ written }) => written);
}

test("a thousand cuts in a storm on two nodes: each entry once, in the one order", {timeout: 60000}, async () => {
  const random = seeded(1);
  const nodes = [system.context, await startSecondNode(system)] as const;
  const feeds = nodes.map(feedOf);
  const start = await feeds[0]?.follow(listener, null);
  const from = writePosition(start?.position ?? { tx: 0n, id: 0 });
  start?.close();

  let cuts = 0;
  const raging = storm(system, nodes, () => cuts >= 1000);
  const seen: string[] = [];
  let behind = 0;
  let lastSeen = from;
  while (cuts < 1000) {
    const feed = feeds[Math.floor(random() * 2)];
    const following = await feed?.follow(listener, readPosition(lastSeen) as StreamPosition);
    let left = Math.floor(random() * 7);
    while (left > 0) {
      const messages = (await following?.next(1000)) ?? [];
      // cut off in the middle of what was handed out: the rest never arrived
      for (const { position, entry, row } of messages.slice(0, left)) {
        lastSeen = writePosition(position);
        seen.push(lastSeen);
        if (row.sequence < entry.sequence) behind++;
      }
      left -= messages.length;
    }
    following?.close();
    cuts++;
    if (cuts % 50 === 0) console.log(Math.round(performance.now()), cuts, seen.length);
  }
  await raging;
  const last = await feeds[1]?.follow(listener, readPosition(lastSeen) as StreamPosition);
  const expected = await table(from);
  while (seen.length < expected.length) {
    const messages = (await last?.next(1000)) ?? [];
    seen.push(...messages.map(({ position }) => writePosition(position)));
  }
  await Promise.all(feeds.map((feed) => feed.stop()));
  expect(seen).toEqual(expected);
  expect(behind).toBe(0);
  console.log(seen.length);
});

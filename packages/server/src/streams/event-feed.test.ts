import { seeded, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { readPosition, type StreamPosition, writePosition } from "./position.ts";
import { createStreams } from "./streams.ts";
import { startSecondNode } from "./testing/second-node.ts";
import { createStorm } from "./testing/storm.ts";

const system = useSystem();
const listener = 1;

/** The ids of all entries after a position, in their one order. */
async function entriesAfter({ tx, id }: StreamPosition): Promise<string[]> {
  const rows = await system.context.db.query<{ written: string }>({
    text: `select tx::text || '-' || id as written from callout_event where (tx, id) > ($1::xid8, $2::bigint) order by tx, id`,
    values: [String(tx), id],
  });
  return rows.map(({ written }) => written);
}

test("a thousand cuts in a storm on two nodes: every entry once, in the one order", {
  timeout: 60_000,
}, async () => {
  const random = seeded(1);
  const nodes = [system.context, await startSecondNode(system)] as const;
  const streams = nodes.map((node) => createStreams(node));
  const first = await streams[0]?.control.follow(listener, null);
  const start = first?.position ?? { tx: 0n, id: 0 };
  first?.close();

  const seen: string[] = [];
  const kinds = new Set<string>();
  let rowsBehind = 0;

  /** A connection to either node that breaks after so many entries, in the middle of what it was just given, or when none come. */
  async function connect(entries: number): Promise<void> {
    const after = readPosition(seen.at(-1) ?? writePosition(start)) ?? null;
    const following = await streams[Math.floor(random() * 2)]?.control.follow(listener, after);
    let left = entries;
    while (left > 0) {
      const messages = (await following?.next(20)) ?? [];
      for (const message of messages.slice(0, left)) {
        seen.push(writePosition(message.position));
        kinds.add(message.entry.kind);
        if (message.about === "callout" && message.row.sequence < message.entry.sequence) rowsBehind++;
      }
      left = messages.length === 0 ? 0 : left - messages.length;
    }
    following?.close();
  }

  const wave = await createStorm(system, nodes);
  for (let waves = 0; waves < 10; waves++) {
    const raging = wave();
    for (let cuts = 0; cuts < 100; cuts++) await connect(Math.floor(random() * 3));
    await raging;
  }
  const expected = await entriesAfter(start);
  while (seen.length < expected.length) await connect(expected.length - seen.length);
  await Promise.all(streams.map((each) => each.stop()));

  expect(seen).toEqual(expected);
  expect(rowsBehind).toBe(0);
  expect(kinds).toEqual(
    new Set(["raised", "offered", "offerAccepted", "offerDeclined", "stoodDown", "cancelled", "closed"]),
  );
});

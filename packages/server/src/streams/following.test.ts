import { raiseCallout, useSystem } from "@tocsin/testkit";
import { beforeAll, expect, test } from "vitest";
import type { ControlMessage } from "./control-source.ts";
import type { Following } from "./following.ts";
import { currentPosition, resumePosition } from "./horizon.ts";
import { writePosition } from "./position.ts";
import { createStreams } from "./streams.ts";

const system = useSystem();
let calloutId: number;
let customerSourceId: number;

beforeAll(async () => {
  calloutId = (await raiseCallout(system)).id;
  customerSourceId = system.partner.customerSourceId;
});

/** Puts entries into the callout's timeline, each in a transaction of its own. */
async function addEntries(first: number, count: number): Promise<void> {
  for (let sequence = first; sequence < first + count; sequence += 100)
    await system.context.db.query({
      text: `insert into callout_event (customer_source_id, callout_id, sequence, kind, actor, body, at, hash)
        select $1, $2, sequence, 'commented', 'controller', '{}', $4, '' from generate_series($3::int, $3::int + 99) as sequence`,
      values: [customerSourceId, calloutId, sequence, system.clock.now().toString()],
    });
  system.context.changes.signal();
}

/** Takes so many of the entries that begin at `first`; earlier ones may still be told when a stream begins. */
async function takeEntries(
  following: Following<ControlMessage>,
  first: number,
  count: number,
): Promise<number[]> {
  const sequences: number[] = [];
  while (sequences.length < count) {
    const messages = (await following.next(1_000)) ?? [];
    expect(messages.length).toBeLessThanOrEqual(1_000);
    const told = messages.flatMap((each) => (each.about === "callout" ? each.entry.sequence : []));
    sequences.push(...told.filter((sequence) => sequence >= first));
  }
  return sequences;
}

test("a listener that falls far behind reads on from the table: everything once, in order", async () => {
  const streams = createStreams(system.context);
  const slow = await streams.control.follow(1, null);
  const quick = await streams.control.follow(2, null);
  await addEntries(1_000, 1_500);
  const expected = Array.from({ length: 1_500 }, (_, index) => 1_000 + index);
  // that the quick one has it all shows that all of it was offered to the slow one too
  expect(await takeEntries(quick, 1_000, 1_500)).toEqual(expected);
  expect(await takeEntries(slow, 1_000, 1_500)).toEqual(expected);
  expect(await slow.next(50)).toEqual([]);
  await streams.stop();
  expect(await slow.next(50)).toBeUndefined();
});

test("what waits for a transaction that still runs is told as soon as that has ended", async () => {
  const streams = createStreams(system.context);
  const following = await streams.control.follow(1, null);
  const told: number[] = [];
  const tell = takeEntries(following, 10_000, 100).then((sequences) => told.push(...sequences));
  await system.context.db.transaction(async (tx) => {
    await tx.query({ text: "select pg_current_xact_id()" });
    await addEntries(10_000, 100);
    const other = await streams.control.follow(2, null);
    // two looks of the reader, and nothing is told
    await other.next(50);
    await other.next(50);
    expect(told).toEqual([]);
  });
  await tell;
  expect(told).toHaveLength(100);
  await streams.stop();
});

test("entries of a restored dump, whose transactions are still to come here, come first and hold nothing up", async () => {
  const { db, clock } = system.context;
  const before = await currentPosition(db);
  await db.query({ text: "update callout_event set tx = '4000000000' where sequence = 1" });
  await expect(resumePosition(db, "4000000000-0", clock.now())).rejects.toThrow(
    "is ahead of this installation",
  );
  const after = await currentPosition(db);
  expect(after.tx).toBeGreaterThanOrEqual(before.tx);
  const restored = await db.query({ text: "select distinct tx::text from callout_event where sequence = 1" });
  expect(restored).toEqual([{ tx: "1" }]);
  expect(await resumePosition(db, writePosition(after), clock.now())).toEqual(after);
});

import { expect, test } from "vitest";
import { createReadsInTurn, type Wanted } from "./reads-in-turn.ts";

/** Reads that end when the test says so. */
function recorded() {
  const begun: { wanted: Wanted; end: () => void; fail: () => void }[] = [];
  const reads = createReadsInTurn((wanted) => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    begun.push({ wanted, end: resolve, fail: () => reject(new Error("the database is away")) });
    return promise;
  });
  return { begun, reads };
}

test("Whoever asks while a read is under way is served by the next one, all together", async () => {
  const { begun, reads } = recorded();
  const first = reads.ask([1]);
  await expect.poll(() => begun.length).toBe(1);
  const others = [reads.ask([2]), reads.ask([3, 2]), reads.ask([1])];
  begun[0]?.end();
  await first;
  await expect.poll(() => begun.length).toBe(2);
  expect(begun[1]?.wanted).toEqual([2, 3, 1]);
  begun[1]?.end();
  await Promise.all(others);
  expect(begun).toHaveLength(2);
});

test("Everybody includes whoever else was asked for", async () => {
  const { begun, reads } = recorded();
  void reads.ask([1]);
  void reads.ask(null);
  const last = reads.ask([2]);
  await expect.poll(() => begun.length).toBe(1);
  expect(begun[0]?.wanted).toBeNull();
  begun[0]?.end();
  await last;
});

test("What could not be read is read with what is asked for next", async () => {
  const { begun, reads } = recorded();
  const failing = reads.ask([1]);
  await expect.poll(() => begun.length).toBe(1);
  begun[0]?.fail();
  await expect(failing).rejects.toThrow("away");
  const next = reads.ask([]);
  await expect.poll(() => begun.length).toBe(2);
  expect(begun[1]?.wanted).toEqual([1]);
  begun[1]?.end();
  await next;
});

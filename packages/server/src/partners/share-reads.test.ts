import { expect, test } from "vitest";
import { shareReads } from "./share-reads.ts";

test("many who ask share one read; who asks while it runs gets the next", async () => {
  const gates: PromiseWithResolvers<number>[] = [];
  const begun = Promise.withResolvers<void>();
  const read = shareReads(() => {
    const gate = Promise.withResolvers<number>();
    gates.push(gate);
    begun.resolve();
    return gate.promise;
  }, 0);
  const early = [read(), read(), read()];
  await begun.promise;
  const late = [read(), read()];
  expect(gates).toHaveLength(1);
  gates[0]?.resolve(1);
  expect(await Promise.all(early)).toEqual([1, 1, 1]);
  await expect.poll(() => gates.length, { interval: 1 }).toBe(2);
  gates[1]?.resolve(2);
  expect(await Promise.all(late)).toEqual([2, 2]);
});

test("a read that fails fails for those who share it, and for nobody after", async () => {
  let count = 0;
  const read = shareReads(async () => {
    count++;
    if (count === 1) throw new Error("away");
    return count;
  }, 0);
  const outcomes = await Promise.allSettled([read(), read()]);
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await read()).toBe(2);
});

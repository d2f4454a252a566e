import { expect, test } from "vitest";
import { createLanes } from "./lanes.ts";

/** Work that goes on until it is let go, and says in which order it began. */
function gatedWork() {
  const begun: string[] = [];
  const gates = new Map<string, PromiseWithResolvers<void>>();
  return {
    begun,
    work: async (name: string): Promise<string> => {
      begun.push(name);
      const gate = Promise.withResolvers<void>();
      gates.set(name, gate);
      await gate.promise;
      return name;
    },
    /** Lets one end, and whatever waits for it begin. */
    async end(name: string): Promise<void> {
      gates.get(name)?.resolve();
      await new Promise(setImmediate);
    },
    fail: (name: string): void => gates.get(name)?.reject(new Error(name)),
  };
}

const names = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => prefix + index);

test("so many go on side by side, whoever brings them", async () => {
  const { each } = createLanes(3);
  const { begun, work, end } = gatedWork();
  const all = Promise.all([each("usual", names("a", 2), work), each("usual", names("b", 2), work)]);
  await new Promise(setImmediate);
  expect(begun).toEqual(["a0", "a1", "b0"]);
  await end("a0");
  expect(begun).toEqual(["a0", "a1", "b0", "b1"]);
  for (const name of begun) await end(name);
  expect(await all).toEqual([["a0", "a1"], expect.arrayContaining(["b0", "b1"])]);
});

test("what is urgent takes the next lane, and the others still have their turn", async () => {
  const { each } = createLanes(1);
  const { begun, work, end } = gatedWork();
  const all = Promise.all([each("usual", names("usual", 4), work), each("urgent", names("urgent", 8), work)]);
  await new Promise(setImmediate);
  for (let done = 0; done < 12; done++) await end(begun[done] ?? "");
  expect(begun.slice(0, 4)).toEqual(["usual0", "urgent0", "urgent1", "urgent2"]);
  expect(begun.slice(4, 9)).toEqual(["usual1", "urgent3", "urgent4", "urgent5", "usual2"]);
  await all;
});

test("after a failure nothing more of it begins, what goes on is waited for, and others are not touched", async () => {
  const { each } = createLanes(2);
  const { begun, work, end, fail } = gatedWork();
  let isOver = false;
  const failing = each("usual", names("a", 4), work)
    .catch(String)
    .finally(() => {
      isOver = true;
    });
  const sound = each("usual", ["b"], work);
  await new Promise(setImmediate);
  fail("a0");
  await new Promise(setImmediate);
  expect([begun, isOver]).toEqual([["a0", "a1", "b"], false]);
  await end("a1");
  expect(await failing).toBe("Error: a0");
  await end("b");
  expect(await sound).toEqual(["b"]);
});

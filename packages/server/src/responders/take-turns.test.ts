import { expect, test } from "vitest";
import { createTurns } from "./take-turns.ts";

test("No more at a time than allowed, all in their order, failures included", async () => {
  const inTurn = createTurns(2, 100);
  let running = 0;
  let most = 0;
  const begun: number[] = [];
  const outcomes = await Promise.allSettled(
    Array.from({ length: 20 }, (_, index) =>
      inTurn(async () => {
        begun.push(index);
        most = Math.max(most, ++running);
        await Promise.resolve();
        running--;
        if (index % 3 === 0) throw new Error("failed");
        return index;
      }),
    ),
  );
  expect(most).toBe(2);
  expect(begun).toEqual(Array.from({ length: 20 }, (_, index) => index));
  expect(outcomes.filter(({ status }) => status === "rejected")).toHaveLength(7);
});

test("Whoever would wait too long is told so at once", async () => {
  const inTurn = createTurns(1, 1);
  const gate = Promise.withResolvers<void>();
  const [first, second] = [inTurn(() => gate.promise), inTurn(() => gate.promise)];
  await expect(inTurn(() => gate.promise)).rejects.toMatchObject({
    code: "unavailable",
    retryAfterSeconds: 5,
  });
  gate.resolve();
  await Promise.all([first, second]);
  await expect(inTurn(async () => "in")).resolves.toBe("in");
});

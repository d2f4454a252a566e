import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

async function read(expression: string): Promise<unknown> {
  const [row] = await system.context.db.query<{ value: unknown }>({ text: `select ${expression} as value` });
  return row?.value;
}

test("a bigint reads back as a number, alone and in an array", async () => {
  expect(await read("9007199254740991::bigint")).toBe(9_007_199_254_740_991);
  expect(await read("array[7001, 9007199254740991]::bigint[]")).toEqual([7001, 9_007_199_254_740_991]);
  expect(await read("'{}'::bigint[]")).toEqual([]);
});

test.each(["9007199254740992::bigint", "array[9007199254740992]::bigint[]"])(
  "%s is refused: it would read back as another number",
  async (expression) => {
    await expect(read(expression)).rejects.toThrow(RangeError);
  },
);

test("a timestamptz reads back as an instant", async () => {
  expect(await read("timestamptz '2026-01-15 10:00:00.123+02'")).toEqual(
    Temporal.Instant.from("2026-01-15T08:00:00.123Z"),
  );
});

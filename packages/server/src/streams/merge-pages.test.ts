import { describe, expect, test } from "vitest";
import type { FeedMessage, FeedPage } from "./feed-source.ts";
import { mergePages } from "./merge-pages.ts";

type Named = FeedMessage & { readonly name: string };

function page(
  upTo: readonly [number, number],
  messages: readonly [number, number, string][],
  flags = {},
): FeedPage<Named> {
  const place = ([tx, id]: readonly [number, number]) => ({ tx: BigInt(tx), id });
  return {
    position: place(upTo),
    messages: messages.map(([tx, id, name]) => ({ position: place([tx, id]), to: null, name })),
    isFull: false,
    isHeldUp: false,
    ...flags,
  };
}
const names = (merged: FeedPage<Named>): string[] => merged.messages.map(({ name }) => name);

describe("two readings of one stretch", () => {
  test("are told in the one order, by transaction and then by id", () => {
    const merged = mergePages(
      page(
        [30, 0],
        [
          [10, 7, "b"],
          [20, 1, "d"],
        ],
      ),
      page(
        [30, 0],
        [
          [10, 3, "a"],
          [11, 9, "c"],
        ],
      ),
    );
    expect(names(merged)).toEqual(["a", "b", "c", "d"]);
    expect(merged).toMatchObject({ position: { tx: 30n, id: 0 }, isFull: false, isHeldUp: false });
  });

  test("get as far as the one that got less far; what lies beyond waits for the next reading", () => {
    const full = page(
      [10, 4],
      [
        [10, 1, "a"],
        [10, 4, "b"],
      ],
      { isFull: true },
    );
    const merged = mergePages(
      full,
      page(
        [30, 0],
        [
          [10, 2, "between"],
          [10, 5, "beyond"],
          [29, 1, "far"],
        ],
      ),
    );
    expect(names(merged)).toEqual(["a", "between", "b"]);
    expect(merged).toMatchObject({ position: { tx: 10n, id: 4 }, isFull: true });
    expect(mergePages(page([8, 0], []), full)).toMatchObject({ messages: [], position: { tx: 8n, id: 0 } });
  });

  test("are held up when either is", () => {
    expect(mergePages(page([1, 0], [], { isHeldUp: true }), page([1, 0], [])).isHeldUp).toBe(true);
    expect(mergePages(page([1, 0], []), page([1, 0], [], { isHeldUp: true })).isHeldUp).toBe(true);
  });
});

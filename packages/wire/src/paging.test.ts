import fc from "fast-check";
import { expect, test } from "vitest";
import { pageCursor, pageLimit, writeCursor } from "./paging.ts";

test("A cursor reads back as the id it was written for", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (id) => {
      expect(pageCursor.parse(writeCursor(id))).toBe(id);
    }),
  );
});

test("A cursor is safe in a query as it stands", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (id) => {
      expect(encodeURIComponent(writeCursor(id))).toBe(writeCursor(id));
    }),
  );
});

test("Any other text is refused", () => {
  const written = writeCursor(120_045);
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
      const read = pageCursor.safeParse(text);
      expect(read.success ? writeCursor(read.data) : undefined).toBe(read.success ? text : undefined);
    }),
  );
  for (const garbage of [
    "x",
    "120045",
    ...["(0)", "(01)", "(-1)", "(9007199254740992)", ""].map((id) => btoa(`after${id}`)),
  ]) {
    expect(pageCursor.safeParse(garbage.replaceAll("=", "")).success, garbage).toBe(false);
  }
  for (const bent of [
    `${written}=`,
    `${written}A`,
    written.slice(0, -1),
    ` ${written}`,
    btoa("before(120045)"),
  ]) {
    expect(pageCursor.safeParse(bent).success, bent).toBe(false);
  }
});

test("A limit is an integer from 1 to 1000", () => {
  expect(["1", "1000", "0250"].map((text) => pageLimit.parse(text))).toEqual([1, 1000, 250]);
  for (const wrong of ["0", "1001", "9999", "10000", "-1", "1.5", "1e2", "ten", " 5", "٣"]) {
    expect(pageLimit.safeParse(wrong).success, wrong).toBe(false);
  }
});

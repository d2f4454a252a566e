import { expect, test } from "vitest";
import { firstDifference } from "./compare.ts";

test.each([
  ["another line", "a\nb\nc", "a\nB\nc", "line 2\n  - b\n  + B"],
  ["a line more", "a", "a\nb", "line 2\n  - (end of the file)\n  + b"],
  ["a line less", "a\nb", "a", "line 2\n  - b\n  + (end of the file)"],
])("shows the first difference: %s", (_what, committed, generated, shown) => {
  expect(firstDifference(committed, generated)).toBe(shown);
});

test("there is none between equal texts", () => {
  expect(firstDifference("a\n", "a\n")).toBeNull();
});

import { expect, test } from "vitest";
import { createProgressBar } from "./progress-bar.ts";

function written(isTTY: boolean): string {
  let text = "";
  const bar = createProgressBar({
    isTTY,
    write: (more: string | Uint8Array) => {
      text += String(more);
      return true;
    },
  });
  bar.show(0.5, "1000 rows");
  bar.end();
  return text;
}

test("a terminal sees how far it is, and in the end an empty line", () => {
  expect(written(true)).toBe(`\r[${"=".repeat(15)}${" ".repeat(15)}]  50 %  1000 rows\u001B[K\r\u001B[K`);
});

test("a log sees nothing of it", () => {
  expect(written(false)).toBe("");
});

import { expect, it } from "vitest";
import { satisfies } from "./satisfies.ts";

const allowed = new Set(["MIT", "Apache-2.0", "Zlib"]);

it.each([
  "MIT",
  "(MIT)",
  "MIT OR GPL-3.0-only",
  "GPL-3.0-only OR MIT",
  "(MIT AND Zlib)",
  "(GPL-3.0-only OR MIT) AND Zlib",
  "GPL-3.0-only AND Zlib OR MIT",
  "Apache-2.0 WITH LLVM-exception",
])("%s can be met", (expression) => {
  expect(satisfies(expression, allowed)).toBe(true);
});

it.each([
  "",
  "GPL-3.0-only",
  "MIT AND GPL-3.0-only",
  "(MIT OR Zlib) AND GPL-3.0-only",
  "GPL-3.0-only WITH Classpath-exception-2.0",
  "UNLICENSED",
  "SEE LICENSE IN terms.txt",
  "MIT terms.txt",
  "(MIT",
  "MIT)",
])("%j cannot", (expression) => {
  expect(satisfies(expression, allowed)).toBe(false);
});

import { expect, test } from "vitest";
import { loadCases } from "./load-cases.ts";

test("x", () => {
  const c = loadCases();
  console.log(c.length);
  expect(c.length).toBeGreaterThan(120);
});

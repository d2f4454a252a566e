import { expect, test } from "vitest";
import { calloutLifecycle } from "./callout-lifecycle.ts";

const page = await calloutLifecycle.write();

test("the diagram starts where a callout does, and shows that a completed one is closed by a new raise", () => {
  expect(page).toContain("[*] --> awaiting: raised");
  expect(page).toContain("completed --> closed: superseded");
});

test("what the transition function refuses is not in it", () => {
  expect(page).not.toMatch(/closed --> \w+: raised/);
  expect(page).not.toMatch(/^\| closed \| raisedAgain/m);
});

test("the table says where each event leads", () => {
  expect(page).toContain("| none | raised | awaiting |");
});

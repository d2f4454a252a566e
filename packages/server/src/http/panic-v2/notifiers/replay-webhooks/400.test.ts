import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { webhookPath } from "../testing/webhook.ts";

const system = useSystem();
const range = { from: "2026-01-15T08:00:00Z", to: "2026-01-15T09:00:00Z" };

test.each<[string[], object]>([
  [["from", "to"], {}],
  [["from"], { ...range, from: "yesterday" }],
  [["to"], { ...range, to: range.from }],
  [["state"], { ...range, state: "pending" }],
  [["event"], { ...range, event: "NOTHING" }],
  [["calloutId"], { ...range, calloutId: "7" }],
  [["cursor"], { ...range, cursor: "xyz" }],
])("%j of %j are named", async (fields, body) => {
  const answer = await system.request({ method: "POST", path: `${webhookPath}/replay`, body });
  expect(answer.status).toBe(400);
  expect(answer.body.errors.map(({ field }: { field: string }) => field)).toEqual(fields);
});

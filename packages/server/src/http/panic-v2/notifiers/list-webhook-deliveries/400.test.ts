import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { webhookPath } from "../testing/webhook.ts";

const system = useSystem();

test.each([
  ["state", "lost"],
  ["event", "NEW_CALLOUTS"],
  ["calloutId", "abc"],
  ["from", "yesterday"],
  ["to", "2026-01-15"],
  ["limit", "0"],
  ["cursor", "xyz"],
])("%s=%s is refused by its name", async (field, value) => {
  const answer = await system.request({ method: "GET", path: `${webhookPath}/deliveries?${field}=${value}` });
  expect(answer.status).toBe(400);
  expect(answer.body.errors).toEqual([{ field, message: expect.any(String) }]);
});

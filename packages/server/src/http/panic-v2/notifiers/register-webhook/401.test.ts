import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { webhookPath } from "../testing/webhook.ts";

const system = useSystem();

test.each([
  ["POST", webhookPath],
  ["GET", webhookPath],
  ["DELETE", webhookPath],
  ["POST", `${webhookPath}/secret/rotate`],
] as const)("%s %s without a token, whatever else is wrong", async (method, path) => {
  const answer = await system.request({ method, path, token: null, body: "{" });
  expect(answer.status).toBe(401);
});

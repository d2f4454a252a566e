import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { sendWebhook, webhookPath } from "../testing/webhook.ts";

const system = useSystem();

test.each([
  ["GET", webhookPath],
  ["DELETE", webhookPath],
  ["POST", `${webhookPath}/secret/rotate`],
] as const)("%s %s: a tenant that registered none has none, whoever else has one", async (method, path) => {
  await sendWebhook(system, undefined, system.otherPartner);
  const answer = await system.request({ method, path });
  expect(answer.status).toBe(404);
  expect(answer.body).toEqual({ message: "A registered webhook was not found." });
});

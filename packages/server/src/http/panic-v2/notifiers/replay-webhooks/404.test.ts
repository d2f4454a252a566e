import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { sendWebhook, webhookPath } from "../testing/webhook.ts";

const system = useSystem();
const body = { from: "2026-01-15T08:00:00Z", to: "2026-01-15T09:00:00Z" };

test("without a webhook there is nowhere to send it, whoever else has one", async () => {
  await sendWebhook(system, undefined, system.otherPartner);
  const answer = await system.request({ method: "POST", path: `${webhookPath}/replay`, body });
  expect(answer).toMatchObject({ status: 404, body: { message: "A registered webhook was not found." } });
});

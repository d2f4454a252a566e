import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { sendWebhook, webhookPath } from "../testing/webhook.ts";

const system = useSystem();

test("without a webhook there is nowhere to send it, whoever else has one", async () => {
  await sendWebhook(system, undefined, system.otherPartner);
  const answer = await system.request({ method: "POST", path: `${webhookPath}/test` });
  expect(answer).toMatchObject({ status: 404, body: { message: "A registered webhook was not found." } });
});

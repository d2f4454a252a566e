import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { sendWebhook, webhookPath } from "../testing/webhook.ts";

const system = useSystem();

test.each([-1, 604_801, 1.5, "86400", true])("an overlap of %j", async (overlapSeconds) => {
  const { body: before } = await sendWebhook(system);
  const path = `${webhookPath}/secret/rotate`;
  const answer = await system.request({ method: "POST", path, body: { overlapSeconds } });
  expect(answer.status).toBe(400);
  expect(answer.body.errors).toMatchObject([{ field: "overlapSeconds" }]);
  const { body: after } = await sendWebhook(system);
  expect(after.notifier.signingSecret).toBe(before.notifier.signingSecret);
});

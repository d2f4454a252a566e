import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { right, sendWebhook, webhookPath } from "../testing/webhook.ts";

const system = useSystem();
const read = () => system.request({ method: "GET", path: webhookPath });

test("shows the registration without its secrets", async () => {
  const headers = { Authorization: "Bearer hunter2", "x-key": "hunter3" };
  const registered = await sendWebhook(system, { ...right, headers, signatures: ["v1", "v1a"] });
  system.clock.advance({ hours: 1 });
  await sendWebhook(system, { ...right, headers, signatures: ["v1", "v1a"] });
  const { status, body, text } = await read();
  expect(status).toBe(200);
  expect(body).toEqual({
    message: "Webhook found.",
    notifier: {
      config: [
        {
          ...right,
          method: "webhook",
          headers: { Authorization: "•••", "x-key": "•••" },
          signatures: ["v1", "v1a"],
        },
      ],
      signingPublicKey: registered.body.notifier.signingPublicKey,
      signingKeysSince: "2026-01-15T08:00:00.000Z",
      previousKeysUntil: null,
      createdAt: "2026-01-15T08:00:00.000Z",
      updatedAt: "2026-01-15T09:00:00.000Z",
    },
  });
  expect(text).not.toMatch(/hunter|whsec_/);
});

test("what it shows cannot be registered by mistake in place of the secret", async () => {
  await sendWebhook(system, { ...right, headers: { "x-key": "hunter3" } });
  const { body } = await read();
  const again = await sendWebhook(system, body.notifier.config[0]);
  expect(again.status).toBe(400);
  expect(again.body.errors[0].field).toBe("headers.x-key");
});

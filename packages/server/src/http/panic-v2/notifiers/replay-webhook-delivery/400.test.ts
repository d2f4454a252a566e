import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { webhookPath } from "../testing/webhook.ts";

const system = useSystem();

test.each(["abc", "0", "1.5", "9007199254740992"])("%s is no id", async (id) => {
  const answer = await system.request({ method: "POST", path: `${webhookPath}/deliveries/${id}/replay` });
  expect(answer.status).toBe(400);
  expect(answer.body.errors[0].field).toBe("id");
});

import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test.each(["1", "session"])("%s is no UUID", async (id) => {
  const path = `/panic-api/v2/customer-signup/sessions/${id}`;
  const answer = await system.request({ method: "GET", path });
  expect(answer).toMatchObject({ status: 400, body: { message: "sessionId must be a UUID" } });
});

import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test.each(["x", "0", "1.5", "99999999999999999"])("what can't be an id: %s", async (id) => {
  const answer = await system.request({ method: "GET", path: `/panic-api/v2/customers/${id}/callouts` });
  expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: "customerId" }] } });
});

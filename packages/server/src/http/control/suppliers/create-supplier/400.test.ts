import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { as } from "../../testing/as.ts";

const system = useSystem();

test.each([{}, { name: "" }, { name: "x".repeat(201) }])("%j", async (body) => {
  const answer = await as(system, "supervisor", "POST", "/suppliers", body);
  expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: "name" }] } });
});

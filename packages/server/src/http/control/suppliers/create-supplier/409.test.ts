import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { as } from "../../testing/as.ts";

const system = useSystem();

test("the name is taken", async () => {
  const body = { name: "Swift Response" };
  expect((await as(system, "supervisor", "POST", "/suppliers", body)).status).toBe(201);
  expect(await as(system, "supervisor", "POST", "/suppliers", body)).toMatchObject({
    status: 409,
    headers: { "x-error-code": "supplier-name-taken" },
  });
});

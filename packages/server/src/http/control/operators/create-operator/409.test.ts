import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { as } from "../../testing/as.ts";

const system = useSystem();

test("the username is taken, in any letter case", async () => {
  const body = { username: "dayshift", name: "Dayshift", role: "operator", password: "a first password" };
  expect((await as(system, "admin", "POST", "/operators", body)).status).toBe(201);
  const again = await as(system, "admin", "POST", "/operators", { ...body, username: "DAYSHIFT" });
  expect(again).toMatchObject({ status: 409, headers: { "x-error-code": "username-taken" } });
});

import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { as } from "../../testing/as.ts";

const system = useSystem();

test("all of them by id, disabled ones too", async () => {
  const names = ["Swift Response", "Alpha Medical"];
  for (const name of names) await as(system, "supervisor", "POST", "/suppliers", { name });
  const { suppliers } = (await as(system, "operator", "GET", "/suppliers")).body;
  await as(system, "supervisor", "PATCH", `/suppliers/${suppliers[0].id}`, { disabled: true });
  const { status, body } = await as(system, "operator", "GET", "/suppliers");
  expect(status).toBe(200);
  expect(body.suppliers).toMatchObject([
    { name: "Swift Response", disabledAt: "2026-01-15T08:00:00.000Z" },
    { name: "Alpha Medical", disabledAt: null },
  ]);
});

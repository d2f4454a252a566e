import { addOperator, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { as } from "../../testing/as.ts";

const system = useSystem();

test("all of them by id, disabled ones too", async () => {
  const [first, second] = [await addOperator(system, "operator"), await addOperator(system, "supervisor")];
  await as(system, "admin", "PATCH", `/operators/${first.operatorId}`, { disabled: true });
  const { status, body } = await as(system, "admin", "GET", "/operators");
  expect(status).toBe(200);
  expect(body.operators).toMatchObject([
    { id: first.operatorId, role: "operator", disabledAt: "2026-01-15T08:00:00.000Z" },
    { id: second.operatorId, role: "supervisor", disabledAt: null },
    { role: "admin" },
  ]);
});

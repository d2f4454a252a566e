import { useSystem } from "@tocsin/testkit";
import { test } from "vitest";
import { expectAbsent } from "../testing/absent-customers.ts";

const system = useSystem();

test("a customer of another tenant, a deleted one and one who never was", async () => {
  await expectAbsent(system, (id) => ({ method: "GET", path: `/panic-api/v2/customers/${id}/callouts` }));
});

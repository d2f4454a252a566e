import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { as } from "../../testing/as.ts";
import { raiseAndSend } from "../../testing/callouts.ts";

const system = useSystem();

test("another has the name; or one of its responders is at work", async () => {
  const { responder } = await raiseAndSend(system);
  await as(system, "supervisor", "POST", "/suppliers", { name: "Swift Response" });
  const path = `/suppliers/${responder.supplierId}`;
  expect(await as(system, "supervisor", "PATCH", path, { name: "Swift Response" })).toMatchObject({
    status: 409,
    headers: { "x-error-code": "supplier-name-taken" },
  });
  expect(await as(system, "supervisor", "PATCH", path, { disabled: true })).toMatchObject({
    status: 409,
    headers: { "x-error-code": "responder-assigned" },
  });
});

import { addResponders, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { as } from "../../testing/as.ts";
import { raiseAndSend } from "../../testing/callouts.ts";

const system = useSystem();

test("another has the login; or a callout is assigned", async () => {
  const { responder } = await raiseAndSend(system);
  const [other] = await addResponders(system, 1);
  const path = `/responders/${responder.responderId}`;
  expect(await as(system, "supervisor", "PATCH", path, { login: other?.login })).toMatchObject({
    status: 409,
    headers: { "x-error-code": "login-taken" },
  });
  expect(await as(system, "supervisor", "PATCH", path, { disabled: true })).toMatchObject({
    status: 409,
    headers: { "x-error-code": "responder-assigned" },
  });
});

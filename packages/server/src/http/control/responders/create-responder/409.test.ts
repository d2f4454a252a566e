import { addResponders, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { as } from "../../testing/as.ts";

const system = useSystem();

test("the login is taken", async () => {
  const [responder] = await addResponders(system, 1);
  const { supplierId, login } = responder ?? {};
  const body = { supplierId, name: "Car7", login, pin: "2468", responseTypes: [1] };
  expect(await as(system, "supervisor", "POST", "/responders", body)).toMatchObject({
    status: 409,
    headers: { "x-error-code": "login-taken" },
  });
});

import { addCustomers, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();
const ask = (customerId: number) =>
  system.request({ method: "POST", path: "/panic-api/v2/oauth/calloutToken", body: { customerId } });

test("nobody's, a deleted and another tenant's customer: in the same words", async () => {
  const [deleted = 0] = await addCustomers(system, 1);
  const [theirs = 0] = await addCustomers(system, 1, system.otherPartner);
  await system.context.db.query({
    text: "update customer set deleted_at = now() where id = $1",
    values: [deleted],
  });
  for (const id of [999_999, deleted, theirs]) {
    expect(await ask(id)).toMatchObject({
      status: 404,
      headers: { "x-error-code": "not-found" },
      body: { message: `Customer ${id} was not found.` },
    });
  }
});

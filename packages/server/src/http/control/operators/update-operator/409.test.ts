import { addOperator, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { as } from "../../testing/as.ts";

const system = useSystem();

test("the last admin stays one: nobody could make operators any more", async () => {
  await system.operatorToken("admin");
  const { operators } = (await as(system, "admin", "GET", "/operators")).body;
  const path = `/operators/${operators[0].id}`;
  for (const body of [{ role: "operator" }, { disabled: true }]) {
    expect(await as(system, "admin", "PATCH", path, body)).toMatchObject({
      status: 409,
      headers: { "x-error-code": "last-admin" },
    });
  }
  expect((await as(system, "admin", "PATCH", path, { name: "Still here" })).status).toBe(200);
});

test("two admins who take each other's role at the same instant: one remains", async () => {
  const [one, other] = [await addOperator(system, "admin"), await addOperator(system, "admin")];
  const { operators } = (await as(system, "admin", "GET", "/operators")).body;
  await system.context.db.query({
    text: "update operator set disabled_at = now() where id = $1",
    values: [operators[0].id],
  });
  const [oneToken, otherToken] = [await one.token(), await other.token()];
  const demote = (operatorId: number, token: string) =>
    system.request({
      method: "PATCH",
      path: `/control/v1/operators/${operatorId}`,
      token,
      body: { role: "operator" },
    });
  const answers = await Promise.all([demote(other.operatorId, oneToken), demote(one.operatorId, otherToken)]);
  const statuses = answers.map(({ status }) => status).toSorted();
  // who lost the role before the other's request was let in reads 403, else 409
  expect(statuses[0]).toBe(200);
  expect([403, 409]).toContain(statuses[1]);
});

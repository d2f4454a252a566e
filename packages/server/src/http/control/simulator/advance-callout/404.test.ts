import { raiseCallout, startSystem, useSystem } from "@tocsin/testkit";
import { expect, inject, test } from "vitest";

const system = useSystem();
const path = (id: number): string => `/control/v1/simulator/callouts/${id}/advance`;

test("Where the demo is off there is no such call", async () => {
  const { id } = await raiseCallout(system);
  const token = await system.operatorToken("admin");
  const answer = await system.request({ method: "POST", path: path(id), token, body: { to: "closed" } });
  expect(answer.status).toBe(404);
  const rows = await system.context.db.query({
    text: "select phase from callout where id = $1",
    values: [id],
  });
  expect(rows).toEqual([{ phase: "awaiting" }]);
});

test("Of a callout that is nobody's", async () => {
  const demo = await startSystem(inject("postgres"), { demo: true });
  const token = await demo.operatorToken();
  const answer = await demo.request({ method: "POST", path: path(99), token, body: { to: "closed" } });
  expect(answer).toMatchObject({ status: 404, body: { message: "Callout 99 was not found." } });
  await demo.stop();
});

import { raiseCallout, type TestCallout, type TestResponse, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem({ demo: true });

async function advance({ id }: Pick<TestCallout, "id">, body: object): Promise<TestResponse> {
  const token = await system.operatorToken();
  return system.request({
    method: "POST",
    path: `/control/v1/simulator/callouts/${id}/advance`,
    token,
    body,
  });
}

test("With nobody to send the callout waits on as it was", async () => {
  const callout = await raiseCallout(system);
  const { status, body } = await advance(callout, { to: "closed" });
  expect(status).toBe(409);
  expect(body.message).toContain("Nobody is fit and free");
  const rows = await system.context.db.query({
    text: "select phase, advanced from callout where id = $1",
    values: [callout.id],
  });
  expect(rows).toEqual([{ phase: "awaiting", advanced: false }]);
});

test("Nobody is sent to a cancelled callout any more", async () => {
  const callout = await raiseCallout(system);
  const token = await system.operatorToken();
  const path = `/control/v1/callouts/${callout.id}/cancel`;
  await system.request({ method: "POST", path, token, body: { reason: "false alarm" } });
  const { status, body } = await advance(callout, { to: "arrived" });
  expect(status).toBe(409);
  expect(body.message).toContain("cancelled");
});

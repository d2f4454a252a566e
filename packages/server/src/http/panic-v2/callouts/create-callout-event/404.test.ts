import { raiseCallout, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("another tenant's callout is as absent as one that never was, and stays as it is", async () => {
  const theirs = await raiseCallout(system, { partner: system.otherPartner });
  const ask = (id: number) =>
    system.request({
      method: "POST",
      path: `/panic-api/v2/callouts/${id}/events`,
      body: { message: "Hello" },
    });
  const [one, other] = [await ask(theirs.id), await ask(theirs.id + 1000)];
  expect([one.status, other.status]).toEqual([404, 404]);
  expect(one.text.replace(String(theirs.id), "N")).toBe(other.text.replace(String(theirs.id + 1000), "N"));
  const events = await system.context.db.query({
    text: "select from callout_event where callout_id = $1",
    values: [theirs.id],
  });
  expect(events).toHaveLength(1);
});

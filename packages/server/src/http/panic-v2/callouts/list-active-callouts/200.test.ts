import { addPlaces, raiseCallout, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();
const list = () => system.request({ method: "GET", path: "/panic-api/v2/callouts/activeCallouts" });

test("a bare array of the tenant's own active callouts, newest first", async () => {
  expect((await list()).body).toEqual([]);
  const ids: number[] = [];
  for (const place of await addPlaces(system, 3, "list")) {
    const path = `/panic-api/v2/predefinedLocations/externalRef/${place}/callouts`;
    ids.push((await system.request({ method: "POST", path, body: { responseTypeId: 1 } })).body.id);
  }
  await system.context.db.query({
    text: "update callout set phase = 'closed' where id = $1",
    values: [ids[1]],
  });
  const { status, body } = await list();
  expect(status).toBe(200);
  expect(body.map(({ id }: { id: number }) => id)).toEqual([ids[2], ids[0]]);
  const token = await system.token(system.otherPartner);
  expect(
    (await system.request({ method: "GET", path: "/panic-api/v2/callouts/activeCallouts", token })).body,
  ).toEqual([]);
});

test("newest by createdAt, though of raises of one instant the later may have the smaller id", async () => {
  const [first, second] = [await raiseCallout(system), await raiseCallout(system)];
  await system.context.db.query({
    text: "update callout set created_at = created_at + interval '8 milliseconds' where id = $1",
    values: [first.id],
  });
  const ids: number[] = (await list()).body.map(({ id }: { id: number }) => id);
  expect(ids.slice(0, 2)).toEqual([first.id, second.id]);
});

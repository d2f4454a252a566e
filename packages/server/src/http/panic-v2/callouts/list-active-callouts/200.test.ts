import { addPlaces, useSystem } from "@tocsin/testkit";
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

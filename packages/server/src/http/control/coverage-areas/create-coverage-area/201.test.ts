import { addResponders, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { as } from "../../testing/as.ts";
import { raise } from "../../testing/callouts.ts";
import { box } from "../../testing/geometry.ts";

const system = useSystem();

test("the area as GeoJSON; from the first one on dispatch asks only who covers the place", async () => {
  const [near] = await addResponders(system, 1);
  const [covering] = await addResponders(system, 1, { near: { latitude: -26.3, longitude: 28.05 } });
  const asked = {
    supplierId: covering?.supplierId,
    responseTypeId: 1,
    name: "South",
    geometry: box(27, -27, 29, -26),
  };
  const { status, body } = await as(system, "supervisor", "POST", "/coverage-areas", asked);
  expect(status).toBe(201);
  expect(body).toEqual({
    ...asked,
    id: expect.any(Number),
    createdAt: "2026-01-15T08:00:00.000Z",
    updatedAt: "2026-01-15T08:00:00.000Z",
  });
  const offersOf = async (responseTypeId: number) => {
    const calloutId = await raise(system, { responseTypeId });
    await system.drain();
    return (await as(system, "operator", "GET", `/callouts/${calloutId}`)).body.openOffers;
  };
  expect(await offersOf(1)).toMatchObject([{ responderId: covering?.responderId }]);
  expect(await offersOf(2)).toMatchObject([{ responderId: near?.responderId }]);
});

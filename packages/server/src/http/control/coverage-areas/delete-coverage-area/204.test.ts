import { addResponders, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { as } from "../../testing/as.ts";
import { box } from "../../testing/geometry.ts";

const system = useSystem();

test("without any area of a response type everybody may be asked everywhere again", async () => {
  const [responder] = await addResponders(system, 1);
  const asked = {
    supplierId: responder?.supplierId,
    responseTypeId: 1,
    name: "A",
    geometry: box(10, 10, 11, 11),
  };
  const { body: made } = await as(system, "supervisor", "POST", "/coverage-areas", asked);
  const covering = () => system.context.coverage.suppliersCovering({ latitude: -26.1, longitude: 28.05 }, 1);
  expect(covering()).toEqual(new Set());
  const path = `/coverage-areas/${made.id}`;
  expect(await as(system, "supervisor", "DELETE", path)).toMatchObject({ status: 204, text: "" });
  expect(covering()).toBeNull();
  expect((await as(system, "operator", "GET", "/coverage-areas")).body).toEqual({ coverageAreas: [] });
  expect((await as(system, "supervisor", "DELETE", path)).status).toBe(404);
});

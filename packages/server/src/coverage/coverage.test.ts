import { addResponders, useSystem } from "@tocsin/testkit";
import { expect, test, vi } from "vitest";
import { installation } from "../audit/index.ts";
import { createArea, createCoverage, deleteArea, updateArea } from "./index.ts";

const system = useSystem();
const place = { latitude: -26.1, longitude: 28.05 };

function around(longitude: number, latitude: number) {
  const ring = [
    [longitude - 1, latitude - 1],
    [longitude + 1, latitude - 1],
    [longitude + 1, latitude + 1],
    [longitude - 1, latitude + 1],
    [longitude - 1, latitude - 1],
  ];
  return { type: "Polygon", coordinates: [ring] };
}

test("another node follows what is drawn, changed and taken away", async () => {
  const [responder] = await addResponders(system, 1);
  const supplierId = responder?.supplierId ?? 0;
  const other = createCoverage(system.context);
  await other.start();
  try {
    const covering = () => other.suppliersCovering(place, 3);
    expect(covering()).toBeNull();
    const input = { supplierId, responseTypeId: 3, name: "City", geometry: around(28, -26) };
    const { id } = await createArea(system.context, installation, input);
    await vi.waitFor(() => expect(covering()).toEqual(new Set([supplierId])));
    await updateArea(system.context, installation, id, { geometry: around(10, 10) });
    await vi.waitFor(() => expect(covering()).toEqual(new Set()));
    await deleteArea(system.context, installation, id);
    await vi.waitFor(() => expect(covering()).toBeNull());
  } finally {
    await other.stop();
  }
});

test("a node that starts later knows what was drawn before", async () => {
  const [responder] = await addResponders(system, 1);
  const supplierId = responder?.supplierId ?? 0;
  const input = { supplierId, responseTypeId: 4, name: "City", geometry: around(28, -26) };
  await createArea(system.context, installation, input);
  const later = createCoverage(system.context);
  await later.start();
  expect(later.suppliersCovering(place, 4)).toEqual(new Set([supplierId]));
  await later.stop();
});

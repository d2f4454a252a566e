import { addPlaces, addResponders, raiseCommand, untilSomebodyWaits, useSystem } from "@tocsin/testkit";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { installation } from "../audit/index.ts";
import { createArea, createCoverage, deleteArea, updateArea } from "../coverage/index.ts";
import { createCoverageChecks, createLocation, findLocationByReference, updateLocation } from "./index.ts";

const system = useSystem();
const security = 1;
let supplierId = 0;

beforeAll(async () => {
  const [responder] = await addResponders(system, 1);
  supplierId = responder?.supplierId ?? 0;
});

/** A square around where {@link addPlaces} puts places, or elsewhere. */
function square(latitude = -26.1, reach = 1): [number, number][] {
  return [
    [28.05 - reach, latitude - reach],
    [28.05 + reach, latitude - reach],
    [28.05 + reach, latitude + reach],
    [28.05 - reach, latitude + reach],
    [28.05 - reach, latitude - reach],
  ];
}

function draw(...rings: [number, number][][]) {
  const geometry = { type: "Polygon", coordinates: rings };
  return createArea(system.context, installation, {
    supplierId,
    responseTypeId: security,
    name: "A",
    geometry,
  });
}

async function find(reference: string) {
  const found = await findLocationByReference(system.context.db, system.partner.customerSourceId, reference);
  if (!found) throw new Error(`there is no place ${reference}`);
  return found;
}

const request = (externalReferenceId: string, latitude: string) => ({
  externalReferenceId,
  locationIdentifier: "x",
  latitude,
  longitude: "28.05",
  customerId: null,
  locationDescription: null,
  locationAdditionalInformation: null,
  formattedAddress: null,
  w3w: null,
  calloutLocationTypeId: null,
  duressCode: null,
});

describe("the coverage of a place", () => {
  test("follows what is drawn, moved and taken away; what is not drawn is not known", async () => {
    const [reference = ""] = await addPlaces(system, 1, "follows");
    await system.drain();
    expect(await find(reference)).toMatchObject({
      securityCoverage: null,
      medicalCoverage: null,
      coverageCheckedAt: system.clock.now(),
    });
    const { id } = await draw(square());
    system.clock.advance({ minutes: 1 });
    await system.drain();
    expect(await find(reference)).toMatchObject({
      securityCoverage: true,
      medicalCoverage: null,
      coverageCheckedAt: system.clock.now(),
      updatedAt: system.clock.now(),
    });
    const geometry = { type: "Polygon", coordinates: [square(), square(-26.1, 0.5)] };
    await updateArea(system.context, installation, id, { geometry });
    await system.drain();
    expect(await find(reference)).toMatchObject({ securityCoverage: false });
    await deleteArea(system.context, installation, id);
    await system.drain();
    expect(await find(reference)).toMatchObject({ securityCoverage: null });
  });

  test("is there when a place is created, and again when it is moved", async () => {
    const area = await draw(square());
    const { customerSourceId } = system.partner;
    const { id, ...created } = await createLocation(
      system.context,
      system.context.db,
      customerSourceId,
      request("created", "-26.1"),
    );
    expect(created).toMatchObject({ securityCoverage: true, coverageCheckedAt: system.clock.now() });
    const moved = await updateLocation(system.context, system.context.db, {
      customerSourceId,
      id,
      changes: { latitude: "10" },
    });
    expect(moved).toMatchObject({ securityCoverage: false, coverageCheckedAt: system.clock.now() });
    await deleteArea(system.context, installation, area.id);
  });

  test("that has stayed the same is no change of the place", async () => {
    const [reference = ""] = await addPlaces(system, 1, "same");
    await system.drain();
    const before = await find(reference);
    system.clock.advance({ minutes: 1 });
    const area = await draw(square(40));
    const other = await draw(square(60));
    await deleteArea(system.context, installation, area.id);
    await deleteArea(system.context, installation, other.id);
    await system.drain();
    expect(await find(reference)).toEqual({ ...before, coverageCheckedAt: system.clock.now() });
  });
});

describe("thousands of places", () => {
  test("are checked in batches, each place once, by two nodes; what one leaves undone the next does", async () => {
    await system.drain();
    await addPlaces(system, 2_300, "many");
    const area = await draw(square());
    const stopped = createCoverageChecks(system.context, system.context.coverage);
    expect(await stopped.runBatch()).toBe(500);
    const coverage = createCoverage(system.context);
    await coverage.start();
    const other = createCoverageChecks(system.context, coverage);
    let checked = 500;
    for (let done = 1; done > 0; checked += done) {
      const both = await Promise.all([system.context.coverageChecks.runBatch(), other.runBatch()]);
      done = both[0] + both[1];
    }
    const places = await system.context.db.query({
      text: "select id from fixed_location where security_coverage is distinct from true and external_reference_id like 'many-%'",
    });
    expect(places).toEqual([]);
    const [row] = await system.context.db.query<{ count: number }>({
      text: "select count(*) from fixed_location where deleted_at is null",
    });
    expect(checked).toBe(row?.count);
    await coverage.stop();
    await deleteArea(system.context, installation, area.id);
  });

  test("are checked by a running node as soon as an area is drawn elsewhere", async () => {
    const [reference = ""] = await addPlaces(system, 1, "elsewhere");
    const coverage = createCoverage(system.context);
    await coverage.start();
    const node = createCoverageChecks(system.context, coverage);
    node.start();
    const area = await draw(square());
    await vi.waitFor(async () => expect(await find(reference)).toMatchObject({ securityCoverage: true }), {
      timeout: 20_000,
    });
    await node.stop();
    await coverage.stop();
    await deleteArea(system.context, installation, area.id);
  });

  test("keep no raise waiting while they are checked, nor does one that is being changed hold up the others", async () => {
    const [first = "", second = ""] = await addPlaces(system, 2, "raised");
    await system.drain();
    const area = await draw(square());
    const { customerSourceId } = system.partner;
    const { id } = await find(first);
    let change: Promise<unknown> = Promise.resolve();
    await system.context.db.transaction(async (tx) => {
      await updateLocation(system.context, tx, { customerSourceId, id, changes: { w3w: "a.b.c" } });
      change = updateLocation(system.context, system.context.db, {
        customerSourceId,
        id,
        changes: { w3w: "d.e.f" },
      });
      await untilSomebodyWaits(system);
      while ((await system.context.coverageChecks.runBatch()) > 0);
      expect(await find(second)).toMatchObject({ securityCoverage: true });
      expect(await system.context.raises.raise(raiseCommand(system, second))).toMatchObject({
        kind: "raised",
      });
    });
    await change;
    expect(await find(first)).toMatchObject({ w3w: "d.e.f", securityCoverage: true });
    await deleteArea(system.context, installation, area.id);
  });

  test("a raise that waits for nothing meets a batch that has not committed", async () => {
    const [reference = ""] = await addPlaces(system, 1, "locked");
    await system.context.db.transaction(async (tx) => {
      await tx.query({
        text: "select 1 from fixed_location where external_reference_id = $1 for no key update",
        values: [reference],
      });
      expect(await system.context.raises.raise(raiseCommand(system, reference))).toMatchObject({
        kind: "raised",
      });
    });
  });
});

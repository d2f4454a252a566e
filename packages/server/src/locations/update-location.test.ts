import { addPlaces, untilSomebodyWaits, useSystem } from "@tocsin/testkit";
import { beforeAll, describe, expect, test } from "vitest";
import type { Queryable } from "../db/index.ts";
import { findLocationByReference, type UpdateLocation, updateLocation } from "./index.ts";

const system = useSystem();
let id = 0;

beforeAll(async () => {
  const [reference = ""] = await addPlaces(system, 1, "site");
  const location = await findLocationByReference(
    system.context.db,
    system.partner.customerSourceId,
    reference,
  );
  id = location?.id ?? 0;
});

function update(changes: UpdateLocation["changes"], db: Queryable = system.context.db) {
  return updateLocation(system.context, db, {
    customerSourceId: system.partner.customerSourceId,
    id,
    changes,
  });
}

async function duressCodeHash(): Promise<string | null | undefined> {
  const statement = {
    text: "select duress_code_hash as hash from fixed_location where id = $1",
    values: [id],
  };
  const [row] = await system.context.db.query<{ hash: string | null }>(statement);
  return row?.hash;
}

describe("updating a location", () => {
  test("sets what is there and keeps what is absent", async () => {
    const before = await update({ w3w: "filled.count.soap", calloutLocationTypeId: 2 });
    expect(before).toMatchObject({ w3w: "filled.count.soap", calloutLocationType: { value: "OFFICE" } });
    const after = await update({ calloutLocationTypeId: null });
    expect(after).toEqual({
      ...before,
      calloutLocationTypeId: null,
      calloutLocationType: null,
      updatedAt: after.updatedAt,
    });
  });

  test("sets, keeps and clears the duress code", async () => {
    await update({ duressCode: "4711" });
    const set = await duressCodeHash();
    expect(set).toMatch(/^scrypt\$/);
    await update({ w3w: null });
    expect(await duressCodeHash()).toBe(set);
    await update({ duressCode: null });
    expect(await duressCodeHash()).toBeNull();
  });

  test("loses no change of two that come at the same instant", async () => {
    let second: Promise<unknown> = Promise.resolve();
    await system.context.db.transaction(async (tx) => {
      await update({ locationDescription: "A" }, tx);
      second = update({ formattedAddress: "B" });
      await untilSomebodyWaits(system);
    });
    expect(await second).toMatchObject({ locationDescription: "A", formattedAddress: "B" });
  });
});

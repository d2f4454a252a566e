import { scryptSync } from "node:crypto";
import { addCustomers, untilSomebodyWaits, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { createLocation, type LocationRequest } from "./index.ts";

const system = useSystem();

function request(externalReferenceId: string, members: Partial<LocationRequest> = {}): LocationRequest {
  return {
    externalReferenceId,
    locationIdentifier: "x",
    latitude: "1",
    longitude: "1",
    customerId: null,
    locationDescription: null,
    locationAdditionalInformation: null,
    formattedAddress: null,
    w3w: null,
    calloutLocationTypeId: null,
    duressCode: null,
    ...members,
  };
}

function create(wanted: LocationRequest) {
  return createLocation(system.context, system.context.db, system.partner.customerSourceId, wanted);
}

describe("creating a location", () => {
  test("keeps the duress code as a salted slow hash that only the code fits", async () => {
    const codes = { one: "4711", same: "4711", none: null };
    for (const [reference, duressCode] of Object.entries(codes))
      await create(request(reference, { duressCode }));
    const rows = await system.context.db.query<{ reference: string; hash: string | null }>({
      text: "select external_reference_id as reference, duress_code_hash as hash from fixed_location order by id",
    });
    expect(rows[2]).toEqual({ reference: "none", hash: null });
    expect(rows[0]?.hash).not.toBe(rows[1]?.hash);
    const [scheme, N, r, p, salt = "", hash] = rows[0]?.hash?.split("$") ?? [];
    expect([scheme, N, r, p]).toEqual(["scrypt", "16384", "8", "1"]);
    const derive = (code: string) =>
      scryptSync(code, Buffer.from(salt, "base64"), 32, { N: Number(N), r: Number(r), p: Number(p) });
    expect(derive("4711").toString("base64")).toBe(hash);
    expect(derive("4712").toString("base64")).not.toBe(hash);
  });

  test("gives a reference to one of two transactions that want it at the same instant", async () => {
    const settled = await Promise.allSettled([create(request("rushed")), create(request("rushed"))]);
    expect(settled.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(settled.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "reference-taken" },
    });
  });

  test("gives it to the second when the first rolls back", async () => {
    let second: Promise<unknown> = Promise.resolve();
    const first = system.context.db.transaction(async (tx) => {
      await createLocation(system.context, tx, system.partner.customerSourceId, request("undone"));
      second = create(request("undone"));
      await untilSomebodyWaits(system);
      throw new Error("rolled back on purpose");
    });
    await expect(first).rejects.toThrow("rolled back on purpose");
    expect(await second).toMatchObject({ externalReferenceId: "undone" });
  });

  test("holds on to the customer until it is done", async () => {
    const [customerId = 0] = await addCustomers(system, 1);
    const { db } = system.context;
    let deletion: Promise<unknown> = Promise.resolve();
    await db.transaction(async (tx) => {
      await createLocation(
        system.context,
        tx,
        system.partner.customerSourceId,
        request("held", { customerId }),
      );
      deletion = db.query({
        text: "update customer set deleted_at = now() where id = $1",
        values: [customerId],
      });
      await untilSomebodyWaits(system);
    });
    await deletion;
    await expect(create(request("late", { customerId }))).rejects.toMatchObject({ code: "not-found" });
  });
});

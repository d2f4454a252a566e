import { scryptSync } from "node:crypto";
import { addCustomers, useSystem } from "@tocsin/testkit";
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
    for (const [reference, duressCode] of Object.entries(codes)) await create(request(reference, { duressCode }));
    const rows = await system.context.db.query<{ reference: string; hash: string | null }>({
      text: "select external_reference_id as reference, duress_code_hash as hash from fixed_location order by id",
    });
    expect(rows[2]).toEqual({ reference: "none", hash: null });
    expect(rows[0]?.hash).not.toBe(rows[1]?.hash);
    const [scheme, N, r, p, salt = "", hash] = rows[0]?.hash?.split("$") ?? [];
    expect([scheme, N, r, p]).toEqual(["scrypt", "16384", "8", "1"]);
    const derive = (code: string) => scryptSync(code, Buffer.from(salt, "base64"), 32, { N: Number(N), r: Number(r), p: Number(p) });
    expect(derive("4711").toString("base64")).toBe(hash);
    expect(derive("4712").toString("base64")).not.toBe(hash);
  });

  test("gives a reference to one of two transactions that want it at the same instant", async () => {
    const settled = await Promise.allSettled([create(request("rushed")), create(request("rushed"))]);
    expect(settled.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(settled.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "reference-taken" } });
  });

  test("gives it to the second when the first rolls back", async () => {
    const { db } = system.context;
    const first = db.transaction(async (tx) => {
      await createLocation(system.context, tx, system.partner.customerSourceId, request("undone"));
      const second = create(request("undone"));
      await anotherWaits();
      return Promise.reject(new RolledBack(second));
    });
    const { second } = await first.catch((error: RolledBack) => error);
    expect(await second).toMatchObject({ externalReferenceId: "undone" });
  });

  test("holds on to the customer until it is done", async () => {
    const [customerId = 0] = await addCustomers(system, 1);
    const { db } = system.context;
    let deletion: Promise<unknown> = Promise.resolve();
    await db.transaction(async (tx) => {
      await createLocation(system.context, tx, system.partner.customerSourceId, request("held", { customerId }));
      deletion = db.query({ text: "update customer set deleted_at = now() where id = $1", values: [customerId] });
      await anotherWaits();
    });
    await deletion;
    await expect(create(request("late", { customerId }))).rejects.toMatchObject({ code: "not-found" });
  });
});

/** Carries the other transaction out of the one that fails. */
class RolledBack extends Error {
  readonly second: Promise<unknown>;

  constructor(second: Promise<unknown>) {
    super("rolled back on purpose");
    this.second = second;
  }
}

/** Resolves as soon as a transaction waits for a lock of another one in this database. */
async function anotherWaits(): Promise<void> {
  const waiting = "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
  while ((await system.context.db.query({ text: waiting })).length === 0);
}

import { useSystem } from "@tocsin/testkit";
import { beforeAll, describe, expect, test } from "vitest";
import { createResponder, createSupplier, listResponders, listSuppliers } from "./index.ts";
import type { ResponderInput } from "./types.ts";

const system = useSystem();
const by = { kind: "operator", id: 301, name: "Duty" } as const;

describe("A supplier", () => {
  test("comes with a fleet secret of 256 bits, of which only the hash is kept", async () => {
    const { supplier, fleetSecret } = await createSupplier(system.context, by, { name: "Swift" });
    expect(supplier).toMatchObject({ name: "Swift", hasGateway: true, disabledAt: null });
    expect(Buffer.from(fleetSecret, "base64url")).toHaveLength(32);
    expect(await listSuppliers(system.context.db)).toContainEqual(supplier);
    const text = "select 1 from supplier where fleet_secret_sha256 = sha256(convert_to($1, 'utf8'))";
    expect(await system.context.db.query({ text, values: [fleetSecret] })).toHaveLength(1);
    const audited =
      "select action, actor_name, body from audit_entry where subject_kind = 'supplier' and subject_id = $1";
    expect(await system.context.db.query({ text: audited, values: [supplier.id] })).toEqual([
      { action: "create-supplier", actor_name: "Duty", body: { name: "Swift" } },
    ]);
  });

  test("has a name of its own", async () => {
    await createSupplier(system.context, by, { name: "Twice" });
    await expect(createSupplier(system.context, by, { name: "Twice" })).rejects.toMatchObject({
      code: "supplier-name-taken",
    });
    await expect(createSupplier(system.context, by, { name: " " })).rejects.toMatchObject({
      fields: [{ field: "name" }],
    });
  });
});

describe("A responder", () => {
  let supplierId = 0;
  beforeAll(async () => {
    supplierId = (await createSupplier(system.context, by, { name: "Brave" })).supplier.id;
  });
  const ann = (): ResponderInput => ({
    supplierId,
    name: "Ann",
    login: "ann",
    pin: "1234",
    responseTypes: [1, 2],
  });

  test("begins off duty and without a position, in the fleet at once", async () => {
    const made = await createResponder(system.context, by, { ...ann(), vehicle: "CA 123", login: "Ann.One" });
    expect(made).toMatchObject({
      name: "Ann",
      login: "ann.one",
      supplierName: "Brave",
      vehicle: "CA 123",
      callSign: null,
      onDuty: false,
      disabledAt: null,
    });
    expect(system.context.fleet.find(made.id)).toEqual({ responder: made, fix: null });
    expect(await listResponders(system.context)).toContainEqual({
      responder: made,
      fix: null,
      state: "free",
    });
  });

  test("the PIN is kept as a salted slow hash, and nowhere else", async () => {
    const ids = [];
    for (const login of ["ann.2", "ann.3"])
      ids.push((await createResponder(system.context, by, { ...ann(), login })).id);
    const rows = await system.context.db.query<{ pin_hash: string }>({
      text: "select pin_hash from responder where id = any($1::bigint[])",
      values: [ids],
    });
    const [one, two] = rows.map((row) => row.pin_hash);
    expect(one).toMatch(/^scrypt\$8192\$8\$1\$/);
    expect(two).not.toBe(one);
    const audited = "select body from audit_entry where subject_kind = 'responder' and subject_id = $1";
    const [entry] = await system.context.db.query<{ body: object }>({ text: audited, values: [ids[0]] });
    expect(entry?.body).toEqual({ supplierId, name: "Ann", login: "ann.2", responseTypes: [1, 2] });
  });

  test("has a login of its own, whatever the case", async () => {
    await createResponder(system.context, by, { ...ann(), login: "bob" });
    await expect(createResponder(system.context, by, { ...ann(), login: "BOB" })).rejects.toMatchObject({
      code: "login-taken",
    });
  });

  test("two of one login at the same instant: one is made", async () => {
    const both = [1, 2].map(() => createResponder(system.context, by, { ...ann(), login: "same" }));
    const outcomes = await Promise.allSettled(both);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  test.each([
    ["name", { name: "" }],
    ["callSign", { callSign: "x".repeat(201) }],
    ["vehicle", { vehicle: "a\0b" }],
    ["login", { login: "ann smith" }],
    ["login", { login: "x".repeat(65) }],
    ["pin", { pin: "123" }],
    ["pin", { pin: "123456789" }],
    ["pin", { pin: "12a4" }],
    ["responseTypes", { responseTypes: [] }],
    ["responseTypes", { responseTypes: [9] }],
    ["responseTypes", { responseTypes: [1, 1] }],
    ["supplierId", { supplierId: 1 }],
  ])("%s is refused by name: %j", async (field, wrong) => {
    await expect(createResponder(system.context, by, { ...ann(), ...wrong })).rejects.toMatchObject({
      code: "invalid-request",
      fields: [{ field }],
    });
  });
});

import { addResponder, bringTo, offerTo, raiseCallout, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { createSupplier, listResponders, updateResponder, updateSupplier } from "./index.ts";

const system = useSystem();
const by = { kind: "operator", id: 301, name: "Duty" } as const;
const assigned = { status: 409, code: "responder-assigned" };

async function addAssigned() {
  const responder = await addResponder(system);
  await bringTo(system, await raiseCallout(system), "assigned", responder);
  return responder;
}

describe("Changing a responder", () => {
  test("changes what is said, clears what is null, and keeps the rest", async () => {
    const { responderId } = await addResponder(system);
    const before = system.context.fleet.find(responderId)?.responder;
    await updateResponder(system.context, by, responderId, { callSign: "Alpha 1", vehicle: "CA 1" });
    const after = await updateResponder(system.context, by, responderId, {
      vehicle: null,
      responseTypes: [3],
    });
    expect(after).toEqual({ ...before, callSign: "Alpha 1", vehicle: null, responseTypes: [3] });
    expect(system.context.fleet.find(responderId)?.responder).toEqual(after);
  });

  test("may move it to another supplier", async () => {
    const { responderId } = await addResponder(system);
    const { supplier } = await createSupplier(system.context, by, { name: "Elsewhere" });
    const after = await updateResponder(system.context, by, responderId, { supplierId: supplier.id });
    expect(after).toMatchObject({ supplierId: supplier.id, supplierName: "Elsewhere" });
    await expect(updateResponder(system.context, by, responderId, { supplierId: 1 })).rejects.toMatchObject({
      fields: [{ field: "supplierId" }],
    });
  });

  test("never says the PIN in the audit", async () => {
    const { responderId } = await addResponder(system);
    await updateResponder(system.context, by, responderId, { pin: "97531" });
    const text = "select body from audit_entry where subject_id = $1 and action = 'update-responder'";
    expect(await system.context.db.query({ text, values: [responderId] })).toEqual([
      { body: { pinReset: true } },
    ]);
  });

  test("can't take another's login, or disable whoever is at work", async () => {
    const one = await addAssigned();
    const other = await addResponder(system);
    const { context } = system;
    await expect(updateResponder(context, by, one.responderId, { login: other.login })).rejects.toMatchObject(
      {
        code: "login-taken",
      },
    );
    await expect(updateResponder(context, by, one.responderId, { disabled: true })).rejects.toMatchObject(
      assigned,
    );
    await expect(updateResponder(context, by, 1, {})).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("Changing a supplier", () => {
  test("its new name is its responders' supplier's name", async () => {
    const { responderId, supplierId } = await addResponder(system);
    await updateSupplier(system.context, by, supplierId, { name: "Renamed" });
    expect(system.context.fleet.find(responderId)?.responder.supplierName).toBe("Renamed");
  });

  test("disabled, its responders are; enabled again, only whoever was disabled alone stays so", async () => {
    const { responderId, supplierId } = await addResponder(system);
    const disabledAt = () => system.context.fleet.find(responderId)?.responder.disabledAt;
    await updateSupplier(system.context, by, supplierId, { disabled: true });
    expect(disabledAt()).toEqual(system.clock.now());
    await updateSupplier(system.context, by, supplierId, { disabled: false });
    expect(disabledAt()).toBeNull();
    await updateResponder(system.context, by, responderId, { disabled: true });
    await updateSupplier(system.context, by, supplierId, { disabled: true });
    await updateSupplier(system.context, by, supplierId, { disabled: false });
    expect(disabledAt()).not.toBeNull();
  });

  test("can't be disabled while one of its responders is at work, nor take another's name", async () => {
    const { supplierId } = await addAssigned();
    await expect(updateSupplier(system.context, by, supplierId, { disabled: true })).rejects.toMatchObject(
      assigned,
    );
    await createSupplier(system.context, by, { name: "Taken" });
    await expect(updateSupplier(system.context, by, supplierId, { name: "Taken" })).rejects.toMatchObject({
      code: "supplier-name-taken",
    });
    await expect(updateSupplier(system.context, by, 1, {})).rejects.toMatchObject({ code: "not-found" });
  });
});

test("The list says who is free, asked and sent", async () => {
  const free = await addResponder(system);
  const sent = await addAssigned();
  const {
    asked: [asked],
  } = await offerTo(system);
  const states = new Map(
    (await listResponders(system.context)).map(({ responder, state }) => [responder.id, state]),
  );
  const ids = [free, sent, asked].map(({ responderId }) => responderId);
  expect(ids.map((id) => states.get(id))).toEqual(["free", "assigned", "offered"]);
});

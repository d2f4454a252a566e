import { addCustomers, addPlaces, raiseCommand, untilSomebodyWaits, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { raiseCallout } from "../callouts/index.ts";
import { createDevice } from "../devices/index.ts";
import type { AppError } from "../errors.ts";
import { findLocationByReference, updateLocation } from "../locations/index.ts";
import { deleteCustomer } from "./index.ts";

const system = useSystem();

/** Somebody with places of their own; the references of those. */
async function owner(places: number, prefix: string) {
  const { context, partner } = system;
  const [customerId = 0] = await addCustomers(system, 1);
  const references = await addPlaces(system, places, prefix);
  await context.db.query({
    text: "update fixed_location set customer_id = $1 where customer_source_id = $2 and external_reference_id = any($3)",
    values: [customerId, partner.customerSourceId, references],
  });
  const [reference = ""] = references;
  return { customerId, reference, references };
}

/** `deleted`, or the code of the refusal. */
async function remove(customerId: number): Promise<string> {
  const { context, partner } = system;
  const leaver = { customerSourceId: partner.customerSourceId, customerId };
  return deleteCustomer(context, context.db, leaver, raiseCommand(system, "").by).then(
    () => "deleted",
    (error: unknown) => (error as AppError).code,
  );
}

async function isThere(customerId: number): Promise<boolean> {
  const rows = await system.context.db.query({
    text: "select from customer where id = $1 and deleted_at is null",
    values: [customerId],
  });
  return rows.length > 0;
}

test("waits for a raise at their place that is not on disk yet, and is refused because of it", async () => {
  const { customerId, reference } = await owner(1, "raised-first");
  let deletion = Promise.resolve("");
  await system.context.db.transaction(async (tx) => {
    await raiseCallout(system.context, tx, raiseCommand(system, reference));
    deletion = remove(customerId);
    await untilSomebodyWaits(system);
  });
  expect(await deletion).toBe("customer-in-use");
});

test("a raise that comes during it waits, and is the house account's", async () => {
  const { customerId, reference } = await owner(1, "raised-second");
  const { context, partner } = system;
  let raised: ReturnType<typeof context.raises.raise> | undefined;
  await context.db.transaction(async (tx) => {
    const leaver = { customerSourceId: partner.customerSourceId, customerId };
    await deleteCustomer(context, tx, leaver, raiseCommand(system, "").by);
    raised = context.raises.raise(raiseCommand(system, reference));
    await untilSomebodyWaits(system);
  });
  expect(await raised).toMatchObject({ kind: "raised", callout: { customerId: partner.houseAccountId } });
});

test("among raises at many of their places: all are callouts, and none is of a customer who is gone", async () => {
  for (let round = 0; round < 12; round++) {
    const { customerId, references } = await owner(8, `race-${round}`);
    const raises = () =>
      Promise.all(
        references
          .toReversed()
          .map((reference) => system.context.raises.raise(raiseCommand(system, reference))),
      );
    const [deletion, raised] =
      round % 2 === 0
        ? await Promise.all([remove(customerId), raises()])
        : await Promise.all([raises(), remove(customerId)]).then(([all, end]) => [end, all] as const);
    const owners = new Set(
      raised.map((outcome) => (outcome.kind === "absent" ? "none" : outcome.callout.customerId)),
    );
    const isDeleted = deletion === "deleted";
    expect([deletion, await isThere(customerId), owners.has(customerId)]).toEqual(
      isDeleted ? ["deleted", false, false] : ["customer-in-use", true, true],
    );
    expect(owners.has("none")).toBe(false);
  }
});

test("a place or a device that becomes theirs at the same instant: they have it no more, or never had", async () => {
  const { context, partner } = system;
  const { customerSourceId } = partner;
  for (let round = 0; round < 12; round++) {
    const [customerId = 0] = await addCustomers(system, 1);
    const [reference = ""] = await addPlaces(system, 1, `given-${round}`);
    const place = await findLocationByReference(context.db, customerSourceId, reference);
    const tenant = await context.partners.find(customerSourceId);
    if (!place || !tenant) throw new Error("not there");
    const [deletion, ...given] = await Promise.all([
      remove(customerId),
      settled(
        updateLocation(context, context.db, { customerSourceId, id: place.id, changes: { customerId } }),
      ),
      settled(
        createDevice(context, tenant, {
          customerId,
          serial: String(1_000_000_000 + round),
          type: 5,
          supplier: null,
          alias: null,
          firmwareVersion: null,
          defaultLocation: null,
        }),
      ),
    ]);
    expect(deletion).toBe("deleted");
    for (const outcome of given) expect(["done", "not-found"]).toContain(outcome);
    const left = await context.db.query({
      text: `select id from fixed_location where customer_id = $1
        union all select id from device where customer_id = $1 and deleted_at is null`,
      values: [customerId],
    });
    expect(left).toEqual([]);
  }
});

test("happens once, however many ask at the same instant", async () => {
  const { customerId } = await owner(3, "once");
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => remove(customerId)));
  expect(outcomes.filter((outcome) => outcome !== "not-found")).toEqual(["deleted"]);
});

const settled = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "done",
    (error: unknown) => (error as AppError).code,
  );

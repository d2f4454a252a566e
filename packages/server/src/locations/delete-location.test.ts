import { addPlaces, raiseCommand, untilSomebodyWaits, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { type RaiseCommand, raiseCallout } from "../callouts/index.ts";
import type { AppError } from "../errors.ts";
import { deleteLocation, findLocationByReference } from "./index.ts";

const system = useSystem();

async function addPlace(prefix: string): Promise<{ id: number; reference: string }> {
  const [reference = ""] = await addPlaces(system, 1, prefix);
  const location = await findLocationByReference(
    system.context.db,
    system.partner.customerSourceId,
    reference,
  );
  return { id: location?.id ?? 0, reference };
}

function remove(id: number): Promise<void> {
  return deleteLocation(system.context, system.context.db, {
    customerSourceId: system.partner.customerSourceId,
    id,
  });
}

const raiseAt = (reference: string): RaiseCommand => raiseCommand(system, reference);

describe("deleting a location", () => {
  test("waits for a raise that is not on disk yet, and is refused because of it", async () => {
    const { id, reference } = await addPlace("raised-first");
    let deletion: Promise<unknown> = Promise.resolve();
    await system.context.db.transaction(async (tx) => {
      await raiseCallout(system.context, tx, raiseAt(reference));
      deletion = remove(id).catch((error: unknown) => error);
      await untilSomebodyWaits(system);
    });
    expect(await deletion).toMatchObject({ code: "location-in-use" });
  });

  test("happens once, however many ask at the same instant", async () => {
    const { id } = await addPlace("once");
    const settled = await Promise.allSettled(Array.from({ length: 8 }, () => remove(id)));
    const refused = settled.filter((each) => each.status === "rejected");
    expect(refused).toHaveLength(7);
    for (const { reason } of refused) expect(reason).toMatchObject({ code: "not-found" });
  });

  test("among raises at the same instant: each raise is a callout or finds no place, none is lost", async () => {
    const { id, reference } = await addPlace("race");
    const { raises, db } = system.context;
    const [deletion, outcomes] = await Promise.all([
      remove(id).then(
        () => "deleted",
        (error: unknown) => (error as AppError).code,
      ),
      Promise.all(Array.from({ length: 20 }, () => raises.raise(raiseAt(reference)))),
    ]);
    expect(["deleted", "location-in-use"]).toContain(deletion);
    const stored = await db.query({
      text: "select id from callout where fixed_location_id = $1",
      values: [id],
    });
    const promised = outcomes.flatMap((outcome) => (outcome.kind === "absent" ? [] : [outcome.callout.id]));
    expect(new Set(promised)).toEqual(new Set(stored.map((row) => row.id)));
  });
});

import {
  addPlaces,
  addResponder,
  bringTo,
  raiseCallout,
  raiseCommand,
  type TestSystem,
  useSystem,
} from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { createRaiseQueue, type RaiseCommand, type RaiseOutcome } from "./index.ts";
import { placeLane } from "./place-lane.ts";
import { prepareRaise } from "./prepare-raise.ts";

const system = useSystem();

const command = (reference: string, overrides?: Partial<RaiseCommand["request"]>): RaiseCommand =>
  raiseCommand(system, reference, overrides);

async function count(table: string, where = "true"): Promise<number> {
  const [row] = await system.context.db.query<{ n: number }>({
    text: `select count(*) as n from ${table} where ${where}`,
  });
  return row?.n ?? Number.NaN;
}

function kinds(outcomes: readonly RaiseOutcome[]): Record<string, number> {
  const tally: Record<string, number> = {};
  for (const { kind } of outcomes) tally[kind] = (tally[kind] ?? 0) + 1;
  return tally;
}

function idOf(outcome: RaiseOutcome | undefined): number {
  if (!outcome || outcome.kind === "absent") throw new Error("no callout");
  return outcome.callout.id;
}

describe("raise queue", () => {
  test("writes callout, timeline, outbox and a running deadline together", async () => {
    const [place = ""] = await addPlaces(system, 1, "whole");
    const id = idOf(await system.context.raises.raise(command(place)));
    for (const table of ["callout_event", "outbox"]) expect(await count(table, `callout_id = ${id}`)).toBe(1);
    const due = (kind: string, seconds: number): string =>
      `callout_id = ${id} and kind = '${kind}' and due_at = '${system.clock.now().add({ seconds })}'`;
    expect(await count("deadline", due("dispatch", 0))).toBe(1);
    expect(await count("deadline", due("unattended", 60))).toBe(1);
  });

  test("one hundred raises for one place at the same instant are one callout, raised once and repeated 99 times", async () => {
    const [place = ""] = await addPlaces(system, 1, "crowd");
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, () => system.context.raises.raise(command(place))),
    );
    expect(kinds(outcomes)).toEqual({ raised: 1, folded: 99 });
    const id = idOf(outcomes[0]);
    expect(new Set(outcomes.map(idOf))).toEqual(new Set([id]));
    expect(await count("callout", `id = ${id} and repeats = 99 and sequence = 100`)).toBe(1);
    expect(await count("callout_event", `callout_id = ${id}`)).toBe(100);
  });

  test("two nodes that raise for the same places in opposite orders neither deadlock nor double", async () => {
    const places = await addPlaces(system, 60, "both");
    const other = createRaiseQueue(system.context);
    const here = places.map((place) => system.context.raises.raise(command(place)));
    const there = places.toReversed().map((place) => other.raise(command(place)));
    const outcomes = await Promise.all([...here, ...there]);
    await other.stop();
    expect(kinds(outcomes)).toEqual({ raised: 60, folded: 60 });
    expect(await count("callout", "external_reference_id like 'both-%'")).toBe(60);
  });

  test("one poisoned raise in a batch of 64 is refused alone; its neighbours are on disk", async () => {
    const places = await addPlaces(system, 64, "poison");
    const commands = places.map((place, index) =>
      command(place, index === 31 ? { classificationId: 9 } : {}),
    );
    const settled = await Promise.allSettled(commands.map((each) => system.context.raises.raise(each)));
    expect(settled.filter(({ status }) => status === "rejected")).toHaveLength(1);
    expect(settled[31]?.status).toBe("rejected");
    expect(await count("callout", "external_reference_id like 'poison-%'")).toBe(63);
    expect(
      await count(
        "deadline d join callout c on c.id = d.callout_id",
        "external_reference_id like 'poison-%' and kind = 'dispatch'",
      ),
    ).toBe(63);
  });

  test("an unknown, a deleted and another tenant's reference are all the same: no such place", async () => {
    const [deleted = ""] = await addPlaces(system, 1, "gone");
    await system.context.db.query({
      text: "update fixed_location set deleted_at = now() where external_reference_id = 'gone-1'",
    });
    const [foreign = ""] = await addPlaces(system, 1, "theirs", system.otherPartner);
    const outcomes = await Promise.all(
      ["nowhere", deleted, foreign].map((place) => system.context.raises.raise(command(place))),
    );
    expect(kinds(outcomes)).toEqual({ absent: 3 });
  });

  test("test raises and other response types are incidents of their own", async () => {
    const [place = ""] = await addPlaces(system, 1, "kinds");
    const commands = [
      command(place),
      command(place, { internalTest: true }),
      command(place, { responseTypeId: 2 }),
    ];
    expect(new Set(commands.map((each) => placeLane.foldKey(prepareRaise(system.context, each)))).size).toBe(
      3,
    );
    expect(kinds(await Promise.all(commands.map((each) => system.context.raises.raise(each))))).toEqual({
      raised: 3,
    });
  });

  test("a REAL repeat lifts a TEST callout to REAL", async () => {
    const [place = ""] = await addPlaces(system, 1, "lift");
    await system.context.raises.raise(command(place, { classificationId: 2 }));
    const again = await system.context.raises.raise(command(place));
    expect(again).toMatchObject({ kind: "folded", callout: { classificationId: 1, repeats: 1 } });
  });

  test("a raise after the responder completed closes the old callout and raises a new one", async () => {
    const before = await raiseCallout(system);
    const first = before.id;
    await bringTo(system, before, "completed", await addResponder(system));
    const both = await Promise.all([1, 2].map(() => system.context.raises.raise(command(before.reference))));
    expect(kinds(both)).toEqual({ raised: 1, folded: 1 });
    expect(new Set(both.map(idOf)).size).toBe(1);
    expect(idOf(both[0])).not.toBe(first);
    expect(await count("callout", `id = ${first} and phase = 'closed'`)).toBe(1);
    expect(await count("deadline", `callout_id = ${first}`)).toBe(0);
  });

  test("recovers by itself when its connection is cut: refused meanwhile, raised after", async () => {
    const [place = "", next = ""] = await addPlaces(system, 2, "cut");
    await system.context.raises.raise(command(place));
    await cutConnections(system);
    await system.context.raises.raise(command(next)).catch(() => undefined);
    expect(await system.context.raises.raise(command(next))).toMatchObject({
      callout: { externalReferenceId: next },
    });
    expect(await count("callout", `external_reference_id = '${next}'`)).toBe(1);
  });
});

async function cutConnections({ context }: TestSystem): Promise<void> {
  await context.db.query({
    text: "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
  });
}

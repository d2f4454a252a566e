import type { VisitEvent } from "@tocsin/domain";
import { addResponders, addVisit, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { changeVisit } from "./change-visit.ts";
import type { Visit } from "./types.ts";
import { lockVisit, queryVisitEntries } from "./visit-store.ts";

const system = useSystem();

/** Does it in a transaction of its own, as the commands do. */
async function happen(visitId: number, event: VisitEvent): Promise<Visit> {
  const { db, clock } = system.context;
  const by = { kind: "system", id: null, name: null } as const;
  return db.transaction(async (tx) => {
    const visit = await lockVisit(tx, visitId);
    if (!visit) throw new Error("no visit");
    return changeVisit(tx, visit, { event, by }, clock.now());
  });
}

async function kinds(visitId: number): Promise<string[]> {
  const { db } = system.context;
  const [visit] = await db.query<{ customerSourceId: number; id: number }>({
    text: 'select customer_source_id as "customerSourceId", id from scheduled_occurrence where id = $1',
    values: [visitId],
  });
  return visit ? (await queryVisitEntries(db, visit)).map(({ kind }) => kind) : [];
}

test("each step is kept with its time, and the timeline has it once", async () => {
  const { visitId } = await addVisit(system);
  const [one] = await addResponders(system, 1);
  const responderId = one?.responderId ?? 0;
  await happen(visitId, { type: "assigned", responderId });
  system.clock.advance({ minutes: 1 });
  await happen(visitId, { type: "arrived", responderId });
  system.clock.advance({ minutes: 1 });
  const done = await happen(visitId, { type: "completed", responderId });
  expect(done).toMatchObject({ phase: "completed", responderId, missedAt: null, cancelledAt: null });
  const stamps = [done.assignedAt, done.arrivedAt, done.completedAt].map(String);
  expect(stamps).toEqual(["2026-01-15T08:00:00Z", "2026-01-15T08:01:00Z", "2026-01-15T08:02:00Z"]);
  expect(await kinds(visitId)).toEqual(["planned", "assigned", "arrived", "completed"]);
});

test("a refusal leaves nothing behind, and its answer names the state", async () => {
  const { visitId } = await addVisit(system);
  const refused = { code: "visit-state", status: 409, members: { visitState: "planned" } };
  await expect(happen(visitId, { type: "windowEnded" })).rejects.toMatchObject(refused);
  expect(await kinds(visitId)).toEqual(["planned"]);
});

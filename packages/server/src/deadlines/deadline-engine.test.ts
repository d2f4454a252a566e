import { addPlaces, addResponder, bringTo, raiseCallout, raiseCommand, useSystem } from "@tocsin/testkit";
import { beforeEach, describe, expect, test } from "vitest";
import { applyEvent } from "../callouts/index.ts";
import { createServices } from "../services.ts";
import { createDeadlineEngine, type DeadlineEngine } from "./index.ts";

const system = useSystem();
let site = 0;

interface Line {
  readonly sequence: number;
  readonly kind: string;
}

async function raise(): Promise<number> {
  const [reference = ""] = await addPlaces(system, 1, `place${++site}`);
  const outcome = await system.context.raises.raise(raiseCommand(system, reference));
  if (outcome.kind !== "raised") throw new Error("not raised");
  return outcome.callout.id;
}

/** Another node's engine over the same database. */
const newNode = (): DeadlineEngine => createServices(system.context, system.context.settings).deadlines;

async function timeline(calloutId: number): Promise<string[]> {
  const rows = await system.context.db.query<Line>({
    text: "select sequence, kind from callout_event where callout_id = $1 order by sequence",
    values: [calloutId],
  });
  return rows.map(({ kind }) => kind);
}

async function openWithoutDeadline(): Promise<number> {
  const [row] = await system.context.db.query<{ n: number }>({
    text: `select count(*) as n from callout c where phase not in ('cancelled', 'closed')
      and not exists (select from deadline d where d.customer_source_id = c.customer_source_id and d.callout_id = c.id)`,
  });
  return row?.n ?? Number.NaN;
}

describe("deadline engine", () => {
  beforeEach(async () => {
    await system.context.db.query({ text: "truncate callout, callout_event, deadline, outbox" });
  });

  test("does nothing before the deadline, alarms at it, and alarms again every 30 s", async () => {
    const id = await raise();
    system.clock.advance({ seconds: 59 });
    await system.drain();
    expect(await timeline(id)).toEqual(["raised"]);
    system.clock.advance({ seconds: 1 });
    await system.drain();
    expect(await timeline(id)).toEqual(["raised", "unattendedAlarm"]);
    system.clock.advance({ seconds: 30 });
    await system.drain();
    expect(await timeline(id)).toEqual(["raised", "unattendedAlarm", "unattendedAlarm"]);
    expect(await openWithoutDeadline()).toBe(0);
  });

  test("many nodes share the work: each due deadline is handled once", async () => {
    const ids = await Promise.all(Array.from({ length: 200 }, raise));
    const nodes = Array.from({ length: 4 }, () => newNode());
    system.clock.advance({ seconds: 60 });
    const handled = await Promise.all(nodes.map((node) => node.runDue()));
    expect(handled.filter((count) => count > 0).length).toBeGreaterThan(1);
    // a node stops looking when all that is left is in other nodes' hands; its next look finds what they left
    await system.drain();
    for (const id of ids) expect(await timeline(id)).toEqual(["raised", "unattendedAlarm"]);
  });

  test("a clock set back by an hour loses no deadline and doubles none", async () => {
    const id = await raise();
    system.clock.advance({ hours: -1 });
    await system.drain();
    expect(await timeline(id)).toEqual(["raised"]);
    system.clock.advance({ seconds: 60 });
    await system.drain();
    await system.drain();
    expect(await timeline(id)).toEqual(["raised", "unattendedAlarm"]);
  });

  test("a node started after the clock was set back takes the deadlines up too", async () => {
    const id = await raise();
    system.clock.advance({ hours: -1 });
    const fresh = newNode();
    await fresh.runDue();
    system.clock.advance({ seconds: 61 });
    await fresh.runDue();
    expect(await timeline(id)).toEqual(["raised", "unattendedAlarm"]);
  });

  test("one deadline that can't be handled holds up no other, and is tried again later", async () => {
    const broken = await raise();
    const healthy = await raise();
    // a timeline that already holds the next sequence number: the transition's insert must fail
    await system.context.db.query({
      text: `insert into callout_event (customer_source_id, callout_id, sequence, kind, actor, body, at, hash)
        values ($1, $2, 2, 'raised', 'system', '{}', now(), '')`,
      values: [system.partner.customerSourceId, broken],
    });
    system.clock.advance({ seconds: 60 });
    await system.drain();
    expect(await timeline(healthy)).toEqual(["raised", "unattendedAlarm"]);
    expect(await openWithoutDeadline()).toBe(0);
    await system.context.db.query({ text: "delete from callout_event where hash = ''" });
    system.clock.advance({ seconds: 30 });
    await system.drain();
    expect(await timeline(broken)).toEqual(["raised", "unattendedAlarm"]);
  });

  test("a new callout is looked after while others are still being worked on", async () => {
    const gate = Promise.withResolvers<void>();
    const handled: string[] = [];
    const sent = await Promise.all(
      Array.from({ length: 3 }, async () => {
        const callout = await raiseCallout(system);
        await bringTo(system, callout, "assigned", await addResponder(system));
        return callout.id;
      }),
    );
    await system.drain();
    system.clock.advance({ seconds: 15 });
    const engine = createDeadlineEngine(system.context, system.context.partners, {
      async dispatch(tx, callout, now, timing) {
        handled.push(`dispatch ${callout.id}`);
        return applyEvent(tx, callout, { type: "dispatchLooked", candidates: [], offerIds: [] }, now, timing);
      },
      async progress(tx, callout, now, timing) {
        handled.push(`progress ${callout.id}`);
        await gate.promise;
        return applyEvent(tx, callout, { type: "progressLooked", responders: [] }, now, timing);
      },
      lookAhead: async () => ({ settled: new Set(), prepared: new Map() }),
    });
    engine.start();
    await expect.poll(() => handled.toSorted()).toEqual(sent.map((id) => `progress ${id}`).toSorted());
    const id = await raise();
    engine.wake();
    await expect.poll(() => handled).toContain(`dispatch ${id}`);
    gate.resolve();
    await engine.stop();
  });

  test("started, it looks by itself", async () => {
    const id = await raise();
    system.clock.advance({ seconds: 60 });
    const engine = newNode();
    engine.start();
    await expect.poll(() => timeline(id), { timeout: 5_000 }).toEqual(["raised", "unattendedAlarm"]);
    await engine.stop();
  });
});

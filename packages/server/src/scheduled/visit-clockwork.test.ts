import { addCustomers, addResponder, addVisit, useSystem } from "@tocsin/testkit";
import { afterEach, describe, expect, test } from "vitest";
import { createServices } from "../services.ts";
import {
  cancelSchedule,
  createSchedule,
  takeVisit,
  type VisitClockwork,
  type WantedService,
} from "./index.ts";

const system = useSystem();

/** Another node's clockwork over the same database, or the same node's after a restart. */
const newNode = (): VisitClockwork => createServices(system.context, system.context.settings).visits;

async function phases(scheduledRequestId: string): Promise<string[]> {
  const rows = await system.context.db.query<{ phase: string }>({
    text: "select phase from scheduled_occurrence where request_id = $1 order by starts_at",
    values: [scheduledRequestId],
  });
  return rows.map(({ phase }) => phase);
}

async function count(text: string, ...values: unknown[]): Promise<number> {
  const [row] = await system.context.db.query<{ n: number }>({
    text: `select count(*) as n from ${text}`,
    values,
  });
  return row?.n ?? Number.NaN;
}

const alarms = (visitId: number) => count("visit_event where kind = 'missed' and visit_id = $1", visitId);
const audited = (visitId: number) =>
  count("audit_entry where action = 'miss-visit' and subject_kind = 'visit' and subject_id = $1", visitId);

const evenings = (from: Temporal.Instant): WantedService["when"] => ({
  kind: "calendar",
  type: "repeating",
  dateFrom: from.add({ hours: 24 }).toZonedDateTimeISO("UTC").toPlainDate().toString(),
  dateTo: "2030-12-31",
  startTime: "18:00",
  windowMinutes: 30,
  daysOfWeek: [1, 2, 3, 4, 5, 6, 7],
  intervalWeeks: 1,
  timeZone: null,
});

const patrol: Omit<WantedService, "customerId" | "when"> = {
  serviceType: "patrol",
  name: "Evening round",
  specialInstructions: null,
  details: { numberOfGuards: null, armedPreference: null, contacts: [] },
  place: { point: null, formattedAddress: null },
};

async function scheduleDaily(changes: Partial<WantedService> = {}) {
  const [customerId = 0] = await addCustomers(system, 1);
  const partner = await system.context.partners.find(system.partner.customerSourceId);
  if (!partner) throw new Error("no partner");
  return createSchedule(system.context, system.context.db, partner, {
    ...patrol,
    when: evenings(system.clock.now()),
    customerId,
    ...changes,
  });
}

afterEach(async () => {
  await system.context.db.query({
    text: "truncate scheduled_request, scheduled_occurrence, visit_event, audit_entry",
  });
});

describe("a missed visit", () => {
  test("alarms at the end of its window and not before, once, with a record of it", async () => {
    const { visitId, scheduledRequestId } = await addVisit(system, { inMinutes: 30, windowMinutes: 30 });
    system.clock.advance({ minutes: 59, seconds: 59 });
    await system.drain();
    expect({ phases: await phases(scheduledRequestId), alarms: await alarms(visitId) }).toEqual({
      phases: ["planned"],
      alarms: 0,
    });
    system.clock.advance({ seconds: 1 });
    await system.drain();
    await system.drain();
    expect(await phases(scheduledRequestId)).toEqual(["missed"]);
    expect({ alarms: await alarms(visitId), audited: await audited(visitId) }).toEqual({
      alarms: 1,
      audited: 1,
    });
  });

  test("somebody who is to go and does not arrive has missed it too", async () => {
    const { visitId, scheduledRequestId } = await addVisit(system);
    const { responderId } = await addResponder(system);
    const responder = system.context.fleet.find(responderId)?.responder;
    if (!responder) throw new Error("no responder");
    await takeVisit(system.context, responder, visitId);
    system.clock.advance({ hours: 1 });
    await system.drain();
    expect({ phases: await phases(scheduledRequestId), alarms: await alarms(visitId) }).toEqual({
      phases: ["missed"],
      alarms: 1,
    });
  });

  test("many nodes, some restarted in between, alarm once for each visit", async () => {
    const visits = [];
    for (let index = 0; index < 120; index++)
      visits.push(await addVisit(system, { inMinutes: 10 + (index % 3) }));
    const nodes = Array.from({ length: 4 }, () => newNode());
    for (let minute = 0; minute < 3; minute++) {
      system.clock.advance({ minutes: minute === 0 ? 40 : 1 });
      await Promise.all(nodes.map((node) => node.runDue()));
      nodes[minute] = newNode();
      await Promise.all(nodes.map((node) => node.runDue()));
    }
    expect(await count("scheduled_occurrence where phase = 'missed'")).toBe(120);
    expect(await count("visit_event where kind = 'missed'")).toBe(120);
    expect(await count("audit_entry where action = 'miss-visit'")).toBe(120);
  });

  test("while every node was down is noticed by the first that starts", async () => {
    const { visitId } = await addVisit(system);
    system.clock.advance({ hours: 9 });
    const node = newNode();
    node.start();
    await expect.poll(() => alarms(visitId), { timeout: 5_000 }).toBe(1);
    await node.stop();
  });

  test("a clock set back alarms later, and once", async () => {
    const { visitId } = await addVisit(system);
    system.clock.advance({ hours: -1 });
    await system.drain();
    expect(await alarms(visitId)).toBe(0);
    system.clock.advance({ hours: 2 });
    await system.drain();
    system.clock.advance({ hours: -2 });
    await system.drain();
    system.clock.advance({ hours: 2 });
    await system.drain();
    expect(await alarms(visitId)).toBe(1);
  });
});

describe("planning ahead", () => {
  const future = (id: string) =>
    count("scheduled_occurrence where request_id = $1 and starts_at > $2", id, system.clock.now().toString());

  test("the horizon rolls: always four to five weeks, whatever many nodes do at once, each occurrence once", async () => {
    const { id } = await scheduleDaily();
    const nodes = Array.from({ length: 4 }, () => newNode());
    for (let day = 0; day < 60; day++) {
      system.clock.advance({ hours: 24 });
      await Promise.all(nodes.map((node) => node.runDue()));
      expect(await future(id)).toBeGreaterThanOrEqual(27);
      expect(await future(id)).toBeLessThanOrEqual(36);
    }
    const [row] = await system.context.db.query<{ n: number; days: number; planned: number }>({
      text: `select count(*) as n, count(distinct starts_at::date) as days,
        (select count(*) from visit_event where kind = 'planned') as planned
        from scheduled_occurrence where request_id = $1`,
      values: [id],
    });
    expect(row).toEqual({ n: row?.days, days: row?.days, planned: row?.days });
  });

  test("after months without a node nothing is lost: what nobody came to is missed, what lies ahead is planned", async () => {
    const { id } = await scheduleDaily();
    system.clock.advance({ hours: 90 * 24 });
    await newNode().runDue();
    const found = await phases(id);
    const missed = found.filter((phase) => phase === "missed").length;
    expect(missed).toBeGreaterThanOrEqual(88);
    expect(found.slice(missed)).toEqual(Array.from({ length: await future(id) }, () => "planned"));
    expect(await future(id)).toBeGreaterThanOrEqual(34);
  });

  test("ends with the schedule, and when it is called off", async () => {
    const at = system.clock.now().add({ hours: 24 * 100 });
    const once = await scheduleDaily({ when: { kind: "instant", at } });
    const off = await scheduleDaily({ when: evenings(at) });
    expect([await phases(once.id), await phases(off.id)]).toEqual([[], []]);
    await cancelSchedule(system.context, system.context.db, off, { kind: "integrator", id: 1, name: "acme" });
    system.clock.advance({ hours: 24 * 99 });
    await system.drain();
    expect([await phases(once.id), await phases(off.id)]).toEqual([["planned"], []]);
    expect(await count("scheduled_request where plan_at is not null")).toBe(0);
  });

  test("a schedule that can't be planned holds up no other, and is tried again", async () => {
    const broken = await scheduleDaily();
    const healthy = await scheduleDaily();
    const setZone = (zone: string) =>
      system.context.db.query({
        text: "update scheduled_request set schedule = jsonb_set(schedule, '{timeZone}', to_jsonb($2::text)) where id = $1",
        values: [broken.id, zone],
      });
    await setZone("Africa/Atlantis");
    system.clock.advance({ hours: 8 * 24 });
    await system.drain();
    expect(await future(healthy.id)).toBeGreaterThanOrEqual(34);
    expect(await future(broken.id)).toBeLessThan(30);
    await setZone("Africa/Johannesburg");
    system.clock.advance({ minutes: 10 });
    await system.drain();
    expect(await future(broken.id)).toBe(await future(healthy.id));
  });
});

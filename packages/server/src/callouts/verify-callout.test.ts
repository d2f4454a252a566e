import type { CalloutEvent } from "@tocsin/domain";
import { addResponder, happen, nextId, raiseCallout, type TestCallout, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { verifyCallout } from "./index.ts";

const system = useSystem();
const duty = { kind: "controller", id: 301, name: "Duty" } as const;

/** A callout with every kind of body on its timeline: text in any language, numbers, null, true and false. */
async function story(): Promise<TestCallout> {
  const callout = await raiseCallout(system);
  const { responderId } = await addResponder(system);
  const by = { kind: "responder", id: responderId, name: "Müller" } as const;
  const [offerId, assignmentId] = [await nextId(system, "offer_id"), await nextId(system, "assignment_id")];
  const candidate = { responderId, etaSeconds: 250.123456789, distanceMetres: 1e-7, reservable: true };
  const events: readonly CalloutEvent[] = [
    { type: "deadlineDue", kind: "unattended" },
    { type: "dispatchLooked", candidates: [candidate], offerIds: [offerId] },
    { type: "offerAccepted", offerId, assignmentId, etaSeconds: null, by },
    { type: "commented", message: '"Quoted" \\ 保安 \u2028 🏪', source: "panel", by: duty },
    { type: "moved", position: { latitude: 1 / 3, longitude: -1e-21, accuracy: 1e21 }, by: duty },
    { type: "arrived", assignmentId, position: null, by },
    { type: "dismissed", by: { kind: "integrator", id: callout.partner.customerSourceId, name: "acme" } },
  ];
  for (const event of events) {
    system.clock.advance({ milliseconds: 1234 });
    await happen(system, callout, event);
  }
  return callout;
}

/** What verifying finds when somebody who can reach the database did this to a story of its own. */
async function findAfter(...tampering: readonly string[]): Promise<[sequence: number, fault: string][]> {
  const { id } = await story();
  const { db } = system.context;
  for (const text of tampering) await db.query({ text: text.replaceAll(":callout", String(id)) });
  const reports = await verifyCallout(db, id);
  return reports.flatMap(({ faults }) =>
    faults.map(({ sequence, fault }): [number, string] => [sequence, fault]),
  );
}

test("what we wrote ourselves is whole, whatever the bodies hold", async () => {
  const callout = await story();
  const [report, ...others] = await verifyCallout(system.context.db, callout.id);
  expect(others).toEqual([]);
  expect(report).toMatchObject({ clientId: "acme", calloutId: callout.id, faults: [] });
  expect(report?.hashes.length).toBeGreaterThan(8);
  for (const hash of report?.hashes ?? []) expect(hash).toMatch(/^[0-9a-f]{64}$/);
});

test("of a callout that never was there is nothing to tell", async () => {
  expect(await verifyCallout(system.context.db, 999_999)).toEqual([]);
});

const set = (columns: string, sequence = 4): string =>
  `update callout_event set ${columns} where callout_id = :callout and sequence = ${sequence}`;

describe("a changed column is found, and named by its entry", () => {
  test.each([
    ["at, by a millisecond", set("at = at + interval '1 millisecond'"), 4],
    ["at, by the least that fits", set("at = at + interval '1 microsecond'"), 4],
    ["kind", set("kind = 'offerDeclined'"), 4],
    ["actor", set("actor = 'controller'"), 4],
    ["actor_id", set("actor_id = actor_id + 1"), 4],
    ["actor_id, taken out", set("actor_id = null"), 4],
    ["actor_name", set("actor_name = 'Mueller'"), 4],
    ["actor_name, taken out", set("actor_name = null"), 4],
    ["body, a value", set(`body = jsonb_set(body, '{etaSeconds}', '1')`), 4],
    [
      "body, one digit that no reader sees",
      set(`body = jsonb_set(body, '{etaSeconds}', '250.12345678900000001')`),
      4,
    ],
    [
      "body, a zero behind the last digit",
      set(`body = jsonb_set(body, '{etaSeconds}', '250.1234567890')`),
      4,
    ],
    ["body, a letter", set(`body = jsonb_set(body, '{message}', '"Quoted"')`, 5), 5],
    ["body, null for text", set(`body = jsonb_set(body, '{source}', 'null')`, 5), 5],
    ["body, a member more", set(`body = body || '{"more": null}'`), 4],
    ["body, a member less", set("body = body - 'offerId'"), 4],
    ["id", set("id = 1"), 4],
    ["the first entry", set("kind = 'raisedAgain'", 1), 1],
  ])("%s", async (_title, tampering, sequence) => {
    const faults = await findAfter(tampering);
    expect(faults.map(([at]) => at)).toEqual([sequence]);
  });

  test.each([0, 31])("hash, byte %i: the entry and the one that stands on it", async (byte) => {
    const flip = `hash = set_byte(hash, ${byte}, get_byte(hash, ${byte}) # 1)`;
    expect((await findAfter(set(flip))).map(([at]) => at)).toEqual([4, 5]);
  });
});

describe("lines that are missing, swapped, added or moved are found", () => {
  const last = "(select max(sequence) from callout_event where callout_id = :callout)";
  test.each([
    ["the first taken out", ["delete from callout_event where callout_id = :callout and sequence = 1"]],
    [
      "one in the middle taken out",
      ["delete from callout_event where callout_id = :callout and sequence = 5"],
    ],
    [
      "one in the middle taken out, the others moved up",
      [
        "delete from callout_event where callout_id = :callout and sequence = 5",
        "update callout_event set sequence = sequence + 1000 where callout_id = :callout and sequence > 5",
        "update callout_event set sequence = sequence - 1001 where callout_id = :callout and sequence > 1000",
      ],
    ],
    ["the last taken out", [`delete from callout_event where callout_id = :callout and sequence = ${last}`]],
    [
      "the last taken out, and the callout told so",
      [
        `delete from callout_event where callout_id = :callout and sequence = ${last}`,
        `update callout set sequence = ${last} where id = :callout`,
      ],
    ],
    ["two swapped", [set("sequence = 1000", 4), set("sequence = 4", 5), set("sequence = 5", 1000)]],
    [
      "one added at the end",
      [
        `insert into callout_event (customer_source_id, callout_id, sequence, kind, actor, body, at, hash)
          select customer_source_id, callout_id, sequence + 1, kind, actor, body, at, hash
          from callout_event where callout_id = :callout and sequence = ${last}`,
      ],
    ],
    ["all of them taken out", ["delete from callout_event where callout_id = :callout"]],
  ])("%s", async (_title, tampering) => {
    expect(await findAfter(...tampering)).not.toEqual([]);
  });

  test("a whole timeline that is put in another's place", async () => {
    const other = await story();
    const tampering = [
      "delete from callout_event where callout_id = :callout",
      `update callout_event set callout_id = :callout where callout_id = ${other.id}`,
      `update callout c set sequence = o.sequence, last_hash = o.last_hash from callout o where c.id = :callout and o.id = ${other.id}`,
    ];
    expect(await findAfter(...tampering)).toEqual([[1, expect.any(String)]]);
  });
});

describe("the callout's own ends are part of the chain", () => {
  test.each([
    ["tracking_token", "tracking_token = reverse(tracking_token)"],
    ["sequence", "sequence = sequence + 1"],
    ["last_hash", "last_hash = set_byte(last_hash, 7, get_byte(last_hash, 7) # 128)"],
  ])("%s", async (_title, columns) => {
    expect(await findAfter(`update callout set ${columns} where id = :callout`)).toHaveLength(1);
  });
});

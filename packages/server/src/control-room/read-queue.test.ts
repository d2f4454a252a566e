import { seeded, useSystem } from "@tocsin/testkit";
import { beforeAll, describe, expect, test } from "vitest";
import type { Queryable } from "../db/index.ts";
import type { QueuePlace } from "./queue-order.ts";
import { type QueueQuery, readQueue } from "./read-queue.ts";

const system = useSystem();
const phases = ["awaiting", "offering", "assigned", "onScene", "completed", "cancelled", "closed"] as const;

interface Stored {
  readonly id: number;
  readonly phase: (typeof phases)[number];
  readonly duress: boolean;
  readonly owner_id: number | null;
  readonly response_type_id: number;
  readonly classification_id: number;
  readonly verified: boolean;
  readonly internal_test: boolean;
  readonly created_at: Temporal.Instant;
}

let stored: readonly Stored[] = [];

beforeAll(async () => {
  const random = seeded(20_260_115);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const callouts = Array.from({ length: 400 }, (_, index) => ({
    phase: pick(phases),
    duress: random() < 0.1,
    owner_id: random() < 0.5 ? 301 : null,
    response_type_id: pick([1, 2, 3, 4]),
    classification_id: pick([1, 2, 3]),
    verified: random() < 0.5,
    internal_test: random() < 0.1,
    // few instants, so that many callouts are equally old
    created_at: system.clock
      .now()
      .subtract({ minutes: Math.floor(random() * 20) })
      .toString(),
    tracking_token: `token-${index}`,
  }));
  stored = await system.context.db.query<Stored>({
    text: `insert into callout (customer_source_id, customer_id, response_type_id, classification_id, internal_test, phase,
        duress, owner_id, verified, tracking_token, sequence, last_hash, created_at, updated_at)
      select $1, $2, c.response_type_id, c.classification_id, c.internal_test, c.phase, c.duress, c.owner_id, c.verified,
        c.tracking_token, 1, '', c.created_at, c.created_at
      from jsonb_to_recordset($3::jsonb) as c(response_type_id smallint, classification_id smallint, internal_test boolean,
        phase text, duress boolean, owner_id bigint, verified boolean, tracking_token text, created_at timestamptz)
      returning *`,
    values: [system.partner.customerSourceId, system.partner.houseAccountId, JSON.stringify(callouts)],
  });
});

/** The order of the queue said once more, in another language. */
function urgency(callout: Stored): readonly number[] {
  const { phase, duress, owner_id, response_type_id, internal_test, verified, classification_id } = callout;
  const isActive = phase !== "cancelled" && phase !== "closed";
  const needsOwner = owner_id === null && isActive && phase !== "completed";
  const byType: Readonly<Record<number, number>> = { 2: 1, 3: 2, 1: 3, 4: 4 };
  const isTest = internal_test || (verified && classification_id === 2);
  return [
    duress && isActive ? 0 : 1,
    needsOwner ? 0 : 1,
    (byType[response_type_id] ?? 0) + (isTest ? 4 : 0),
    callout.created_at.epochMilliseconds,
    callout.id,
  ];
}

function inOrder(one: Stored, other: Stored): number {
  const [a, b] = [urgency(one), urgency(other)];
  return a.map((value, index) => value - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

function expectedIds(state: QueueQuery["state"]): number[] {
  const open = stored.filter(({ phase }) => phase !== "closed").toSorted(inOrder);
  const closed = stored.filter(({ phase }) => phase === "closed").toSorted((one, other) => other.id - one.id);
  const chosen = { open, closed, all: [...open, ...closed] }[state];
  return chosen.map(({ id }) => id);
}

/** Counts the statements of whoever uses it. */
function counting(db: Queryable): Queryable & { statements: number } {
  const counted = {
    statements: 0,
    query: ((statement) => {
      counted.statements++;
      return db.query(statement);
    }) as Queryable["query"],
    transaction: db.transaction,
    afterCommit: db.afterCommit,
  };
  return counted;
}

describe.each(["open", "closed", "all"] as const)("the queue of %s callouts", (state) => {
  test.each([1, 7, 200, 1000])("in pages of %i is the whole queue in its order", async (limit) => {
    const met: number[] = [];
    let after: QueuePlace | null = null;
    do {
      const page = await readQueue(system.context.db, { state, limit, after });
      met.push(...page.rows.map(({ id }) => id));
      expect(page.rows.length).toBeLessThanOrEqual(limit);
      after = page.next;
    } while (after);
    expect(met).toEqual(expectedIds(state));
  });

  test("takes at most two statements a page, however long it is", async () => {
    const db = counting(system.context.db);
    const { rows } = await readQueue(db, { state, limit: 1000, after: null });
    expect(rows.length).toBe(expectedIds(state).length);
    expect(db.statements).toBeLessThanOrEqual(2);
  });
});

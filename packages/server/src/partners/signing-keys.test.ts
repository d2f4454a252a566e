import { useSystem } from "@tocsin/testkit";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createPartnerDirectory, createTokenService } from "./index.ts";
import { createSigningKeys, liveKeys } from "./signing-keys.ts";
import { countQueries } from "./testing/counted-database.ts";

const system = useSystem();

/** Another node on the same database. */
function node() {
  const db = countQueries(system.context.db);
  const capabilities = { ...system.context, db };
  const partners = createPartnerDirectory(capabilities);
  return { db, ...createTokenService(capabilities, partners, system.context.settings) };
}

async function issue(of: ReturnType<typeof node>): Promise<string> {
  return (await of.issue(system.partner.clientId, system.partner.clientSecret)).accessToken;
}

async function storedKeys(): Promise<string[]> {
  const rows = await system.context.db.query<{ kid: string }>({
    text: "select kid from signing_key order by created_at",
  });
  return rows.map(({ kid }) => kid);
}

test("many nodes that start at once agree on one key", async () => {
  const nodes = Array.from({ length: 4 }, node);
  const tokens = await Promise.all(nodes.map(issue));
  expect(await storedKeys()).toHaveLength(1);
  for (const each of nodes) {
    await Promise.all(tokens.map((token) => each.verify(token)));
  }
});

test("through a rotation no living token is refused by any node, and the old key goes when its tokens are dead", async () => {
  const [first, second] = [node(), node()];
  const [oldKid] = await storedKeys();
  system.clock.advance({ hours: 30 * 24 - 1, minutes: 59 });
  const before = await issue(first);
  await second.verify(before);
  expect(await storedKeys()).toEqual([oldKid]);

  system.clock.advance({ minutes: 1 });
  const after = await issue(first);
  const [, newKid] = await storedKeys();
  expect(newKid).toBeDefined();
  expect((await second.verify(after)).partner.clientId).toBe("acme");
  expect((await second.verify(before)).partner.clientId).toBe("acme");
  expect((await node().verify(before)).partner.clientId).toBe("acme");
  expect((await second.jwks()).keys.map(({ kid }) => kid)).toEqual([newKid, oldKid]);

  system.clock.advance({ hours: 24, minutes: 59 });
  await issue(second);
  expect(await storedKeys()).toEqual([oldKid, newKid]);
  system.clock.advance({ minutes: 1 });
  await issue(second);
  expect(await storedKeys()).toEqual([newKid]);
  expect((await first.jwks()).keys.map(({ kid }) => kid)).toEqual([newKid]);
});

test("a key whose tokens are dead verifies nothing more, even where it is still in memory", async () => {
  const keys = createSigningKeys(system.context);
  const { kid } = await keys.current();
  expect(await keys.find(kid)).toBeDefined();
  system.clock.advance({ hours: 30 * 24 });
  await issue(node());
  // read again, as an unknown id makes it: both keys are in memory now
  expect(await keys.list()).toHaveLength(2);
  system.clock.advance({ hours: 25 });
  expect(await keys.find(kid)).toBeUndefined();
});

test("a flood of invented key ids shares a few reads", async () => {
  const { db, ...keys } = (() => {
    const counted = countQueries(system.context.db);
    return { db: counted, ...createSigningKeys({ db: counted, clock: system.clock }) };
  })();
  const found = await Promise.all(Array.from({ length: 500 }, (_, index) => keys.find(`invented-${index}`)));
  expect(found.every((key) => key === undefined)).toBe(true);
  expect(db.asked.length).toBeLessThanOrEqual(2);
});

test("a key made while others were being read is found: nobody is answered from a read that began before they asked", async () => {
  const { db } = system.context;
  const reading = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  let isFirst = true;
  const slow = {
    ...db,
    query: async (statement: Parameters<typeof db.query>[0]) => {
      const rows = await db.query(statement);
      if (!isFirst) return rows;
      isFirst = false;
      reading.resolve();
      await gate.promise;
      return rows;
    },
  } as typeof db;
  const keys = createSigningKeys({ db: slow, clock: system.clock });
  const early = keys.find("unknown");
  await reading.promise;
  system.clock.advance({ hours: 30 * 24 });
  await issue(node());
  const newest = (await storedKeys()).at(-1);
  const late = keys.find(newest ?? "");
  gate.resolve();
  expect(await early).toBeUndefined();
  expect((await late)?.kid).toBe(newest);
});

test("the newest key always lives, and an older one as long as a token that it may have signed, but hardly longer", () => {
  const start = Temporal.Instant.from("2026-01-01T00:00:00Z");
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 60 * 24 }), { maxLength: 6 }),
      fc.nat(200 * 24),
      (gaps, ageHours) => {
        let at = start;
        const keys = [{ createdAt: start }];
        for (const hours of gaps) {
          at = at.add({ hours });
          keys.unshift({ createdAt: at });
        }
        const now = at.add({ hours: ageHours });
        const mayHaveSigned = keys.filter((_key, index) => {
          const replacedAt = keys[index - 1]?.createdAt;
          return !replacedAt || Temporal.Instant.compare(replacedAt.add({ hours: 24 }), now) > 0;
        });
        const live = liveKeys(keys, now);
        expect(live).toEqual(expect.arrayContaining(mayHaveSigned));
        expect(live.length - mayHaveSigned.length).toBeLessThanOrEqual(1);
      },
    ),
  );
});

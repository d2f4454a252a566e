import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { createPartnerDirectory, setPolicy } from "./index.ts";
import { countQueries } from "./testing/counted-database.ts";

const system = useSystem();

function directory() {
  const db = countQueries(system.context.db);
  return { db, partners: createPartnerDirectory({ ...system.context, db }) };
}

test("a tenant is read once, however many ask at once, and then remembered", async () => {
  const { db, partners } = directory();
  const { customerSourceId } = system.partner;
  expect(partners.peek(customerSourceId)).toBeUndefined();
  const found = await Promise.all(Array.from({ length: 50 }, () => partners.find(customerSourceId)));
  await partners.find(customerSourceId);
  expect(new Set(found).size).toBe(1);
  expect(partners.peek(customerSourceId)?.clientId).toBe("acme");
  expect(db.asked).toEqual(["partner-find"]);
});

test("an unknown tenant is undefined and not remembered", async () => {
  const { db, partners } = directory();
  expect(await partners.find(999_999)).toBeUndefined();
  expect(await partners.find(999_999)).toBeUndefined();
  expect(db.asked).toHaveLength(2);
});

test("a change elsewhere arrives by NOTIFY", async () => {
  const { partners } = directory();
  const { customerSourceId, clientId } = system.partner;
  await partners.start();
  await partners.find(customerSourceId);
  await setPolicy(system.context, clientId, "unknownReferenceStatus", "400");
  await expect.poll(() => partners.peek(customerSourceId), { interval: 1 }).toBeUndefined();
  expect((await partners.find(customerSourceId))?.policies.unknownReferenceStatus).toBe(400);
  await partners.stop();
});

test("a change that nobody was told of is seen after 30 seconds, and when the clock was set back", async () => {
  const { partners } = directory();
  const { customerSourceId, clientId } = system.otherPartner;
  await partners.find(customerSourceId);
  await setPolicy(system.context, clientId, "tokenLifetimeSeconds", "120");
  system.clock.advance({ milliseconds: 29_999 });
  expect(partners.peek(customerSourceId)?.policies.tokenLifetimeSeconds).toBe(3600);
  system.clock.advance({ milliseconds: 1 });
  expect((await partners.find(customerSourceId))?.policies.tokenLifetimeSeconds).toBe(120);
  system.clock.advance({ hours: -1 });
  expect(partners.peek(customerSourceId)).toBeUndefined();
});

test("what was read before a change is not remembered after it", async () => {
  const { db } = system.context;
  const gate = Promise.withResolvers<void>();
  const slow = {
    ...db,
    query: async (statement: Parameters<typeof db.query>[0]) => {
      const rows = await db.query(statement);
      await gate.promise;
      return rows;
    },
  } as typeof db;
  const partners = createPartnerDirectory({ ...system.context, db: slow });
  const { customerSourceId } = system.partner;
  const early = partners.find(customerSourceId);
  partners.forget(customerSourceId);
  gate.resolve();
  expect((await early)?.clientId).toBe("acme");
  expect(partners.peek(customerSourceId)).toBeUndefined();
});

test("a failed read is not remembered: the next one asks again", async () => {
  const { db } = system.context;
  let isAway = true;
  const flaky: typeof db = {
    ...db,
    query: (statement) => (isAway ? Promise.reject(new Error("away")) : db.query(statement)),
  };
  const partners = createPartnerDirectory({ ...system.context, db: flaky });
  await expect(partners.find(system.partner.customerSourceId)).rejects.toThrow("away");
  isAway = false;
  expect((await partners.find(system.partner.customerSourceId))?.clientId).toBe("acme");
});

import { startSystem, useSystem } from "@tocsin/testkit";
import { describe, expect, inject, test } from "vitest";
import {
  createPartner,
  createPartnerDirectory,
  createTokenService,
  type TokenService,
} from "../partners/index.ts";
import { type Demo, demoClient, emptyDemoClient, seedDemo } from "./seed-demo.ts";

const system = useSystem();

/** The tokens of a node over the same database, with the demo on or off. */
function tokensOfNode(demo: boolean): TokenService {
  const partners = createPartnerDirectory(system.context);
  return createTokenService(system.context, partners, { publicUrl: "https://tocsin.test", demo });
}

async function count(text: string, ...values: unknown[]): Promise<number> {
  const [row] = await system.context.db.query<{ count: number }>({ text, values });
  return row?.count ?? 0;
}

async function seed(): Promise<Demo> {
  const demo = await seedDemo(system.context);
  if (!demo) throw new Error("there is no demo");
  return demo;
}

test("two nodes that seed at the same instant make one of each", async () => {
  const [one, other] = await Promise.all([seed(), seed()]);
  expect(one).toEqual(other);
  expect(await count("select count(*) from customer_source where is_demo")).toBe(2);
  expect(await count("select count(*) from subscription")).toBe(1);
});

describe("the demo tenant", () => {
  test("has twenty places with addresses, and a raise at the first of them works", async () => {
    const demo = await seed();
    expect(demo.references).toHaveLength(20);
    expect([demo.references[0], demo.references.at(-1)]).toEqual(["STORE-001", "STORE-020"]);
    expect(await count("select count(*) from fixed_location where formatted_address is not null")).toBe(20);
    const { accessToken } = await tokensOfNode(true).issue(demoClient.clientId, demoClient.clientSecret);
    const { customerSourceId } = (await tokensOfNode(true).verify(accessToken)).partner;
    expect(
      await count("select count(*) from fixed_location where customer_source_id = $1", customerSourceId),
    ).toBe(20);
  });

  test("has a customer with an active subscription, and a second tenant beside it has nothing", async () => {
    const { customerId } = await seed();
    const now = system.clock.now().toString();
    const active =
      "select count(*) from subscription where customer_id = $1 and valid_from <= $2 and valid_to > $2 and cancelled_at is null";
    expect(await count(active, customerId, now)).toBe(1);
    const ofEmptyOne = "join customer_source s on s.id = customer_source_id where s.client_id = $1";
    expect(await count(`select count(*) from fixed_location ${ofEmptyOne}`, emptyDemoClient.clientId)).toBe(
      0,
    );
    expect(
      await count(
        `select count(*) from customer ${ofEmptyOne} and not is_house_account`,
        emptyDemoClient.clientId,
      ),
    ).toBe(0);
  });
});

describe("seeding again", () => {
  test("changes nothing", async () => {
    const first = await seed();
    const before = await fingerprint();
    system.clock.advance({ hours: 1 });
    expect(await seed()).toEqual(first);
    expect(await fingerprint()).toEqual(before);
  });

  test("brings back a place that was deleted and renews a subscription that lapsed", async () => {
    const { customerId } = await seed();
    await system.context.db.query({
      text: "update fixed_location set deleted_at = created_at where external_reference_id = 'STORE-001'",
    });
    system.clock.advance({ hours: 24 * 366 });
    await seed();
    expect(
      await count(
        "select count(*) from fixed_location where external_reference_id = 'STORE-001' and deleted_at is null",
      ),
    ).toBe(1);
    const now = system.clock.now().toString();
    expect(
      await count(
        "select count(*) from subscription where customer_id = $1 and valid_to > $2",
        customerId,
        now,
      ),
    ).toBe(1);
  });

  /** Everything that seeding touches, with its times. */
  async function fingerprint(): Promise<unknown> {
    return system.context.db.query({
      text: `select (select jsonb_agg(s order by id) from customer_source s) as tenants,
        (select jsonb_agg(l order by id) from fixed_location l) as places,
        (select jsonb_agg(c order by id) from customer c) as customers,
        (select jsonb_agg(u order by id) from subscription u) as subscriptions,
        (select jsonb_agg(k order by id) from client_secret k) as secrets`,
    });
  }
});

describe("where the demo is off", () => {
  test("the demo's secrets open nothing, and neither does a token from when it was on", async () => {
    await seed();
    const { accessToken } = await tokensOfNode(true).issue(demoClient.clientId, demoClient.clientSecret);
    await expect(tokensOfNode(true).verify(accessToken)).resolves.toMatchObject({
      partner: { clientId: "demo" },
    });
    const off = tokensOfNode(false);
    for (const { clientId, clientSecret } of [demoClient, emptyDemoClient]) {
      await expect(off.issue(clientId, clientSecret)).rejects.toMatchObject({ code: "unauthorized" });
    }
    await expect(off.verify(accessToken)).rejects.toMatchObject({ code: "unauthorized" });
  });
});

test("a partner of the operator's with the clientId demo is left alone", async () => {
  const own = await startSystem(inject("postgres"));
  const { clientSecret } = await createPartner(own.context, { clientId: "demo", name: "Demolition Works" });
  expect(await seedDemo(own.context)).toBeNull();
  await expect(own.context.tokens.issue("demo", clientSecret)).resolves.toBeDefined();
  await expect(own.context.tokens.issue("demo", demoClient.clientSecret)).rejects.toMatchObject({
    code: "unauthorized",
  });
  await own.stop();
});

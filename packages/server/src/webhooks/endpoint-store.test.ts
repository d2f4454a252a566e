import { useSystem } from "@tocsin/testkit";
import { beforeAll, expect, test } from "vitest";
import { findEndpoint, listTenantsWithEndpoint, signingKeysOf } from "./index.ts";

const system = useSystem();

beforeAll(async () => {
  const { customerSourceId } = system.partner;
  await system.context.db.query({
    text: `insert into webhook_endpoint values ($1, 'https://example.com/hooks', '{NEW_CALLOUT,CALLOUT_CLOSED}', 'webhook',
      '{"Z-First": "1", "A-Second": "2"}', '{v1}', $2, $2)`,
    values: [customerSourceId, "2026-01-15T08:00:00Z"],
  });
  for (const [scheme, endsAt] of [
    ["v1", "2026-01-15T08:00:00Z"],
    ["v1", "2026-01-15T09:00:00Z"],
    ["v1", null],
    ["v1a", null],
  ]) {
    await system.context.db.query({
      text: `insert into webhook_key (customer_source_id, scheme, secret, created_at, ends_at)
        select $1::bigint, $2::text, decode(repeat(lpad((count(*) + 1)::text, 2, '0'), 32), 'hex'), $3::timestamptz,
          $4::timestamptz from webhook_key`,
      values: [customerSourceId, scheme, "2026-01-14T08:00:00Z", endsAt],
    });
  }
});

test("reads the tenant's endpoint, its headers in the partner's order and its keys newest first", async () => {
  const endpoint = await findEndpoint(system.context.db, system.partner.customerSourceId);
  expect(endpoint).toMatchObject({
    url: "https://example.com/hooks",
    events: ["NEW_CALLOUT", "CALLOUT_CLOSED"],
    method: "webhook",
    signatures: ["v1"],
  });
  expect(Object.keys(endpoint?.headers ?? {})).toEqual(["Z-First", "A-Second"]);
  expect(endpoint?.keys.map(({ scheme, secret }) => [scheme, secret[0]])).toEqual([
    ["v1a", 4],
    ["v1", 3],
    ["v1", 2],
    ["v1", 1],
  ]);
});

test("another tenant has none", async () => {
  const { db } = system.context;
  expect(await findEndpoint(db, system.otherPartner.customerSourceId)).toBeUndefined();
  expect(await listTenantsWithEndpoint(db)).toEqual([system.partner.customerSourceId]);
});

test("a delivery is signed with the keys of the schemes asked for, a replaced one up to its end", async () => {
  const endpoint = await findEndpoint(system.context.db, system.partner.customerSourceId);
  if (!endpoint) throw new Error("there is one");
  const firstBytes = (at: string, signatures = endpoint.signatures) =>
    signingKeysOf({ ...endpoint, signatures }, Temporal.Instant.from(at)).map(({ secret }) => secret[0]);
  expect(firstBytes("2026-01-15T07:59:59.999Z")).toEqual([3, 2, 1]);
  expect(firstBytes("2026-01-15T08:00:00Z")).toEqual([3, 2]);
  expect(firstBytes("2026-01-15T09:00:00Z")).toEqual([3]);
  expect(firstBytes("2026-01-15T09:00:00Z", ["v1a", "v1"])).toEqual([4, 3]);
});

import { addResponders, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();
const place = { latitude: -26.1, longitude: 28.05 };
const square = [
  [28, -27],
  [29, -27],
  [29, -26],
  [28, -26],
  [28, -27],
];

test("what was not heard while the LISTEN connection was lost is read as soon as there is a new one", async () => {
  const { context, partner } = system;
  const { db, partners, sessions, fleet, coverage } = context;
  const [responder] = await addResponders(system, 1);
  const { responderId = 0, supplierId = 0 } = responder ?? {};
  const token = (await responder?.token()) ?? "";
  const isSignedIn = () =>
    sessions.verify(token, "responder").then(
      () => true,
      () => false,
    );
  const known = async () => ({
    lifetime: (await partners.find(partner.customerSourceId))?.policies.tokenLifetimeSeconds,
    callSign: fleet.find(responderId)?.responder.callSign,
    covering: coverage.suppliersCovering(place, 1)?.size ?? null,
    isSignedIn: await isSignedIn(),
  });
  const before = { lifetime: 3600, callSign: null, covering: null, isSignedIn: true };
  expect(await known()).toEqual(before);

  // nobody is told of these
  await db.query({ text: `update customer_source set policies = '{"tokenLifetimeSeconds": 120}'` });
  await db.query({ text: "update responder set call_sign = 'R7' where id = $1", values: [responderId] });
  await db.query({ text: "delete from session" });
  await db.query({
    text: `with next as (update coverage_version set version = version + 1 returning version)
      insert into coverage_area (supplier_id, response_type_id, name, geometry, created_at, updated_at, version)
      select $1, 1, 'North', $2, now(), now(), version from next`,
    values: [supplierId, { type: "Polygon", coordinates: [square] }],
  });
  expect(await known()).toEqual(before);

  await db.query({
    text: "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ~ '^listen '",
  });
  const after = { lifetime: 120, callSign: "R7", covering: 1, isSignedIn: false };
  await expect.poll(known, { timeout: 10_000 }).toEqual(after);
});

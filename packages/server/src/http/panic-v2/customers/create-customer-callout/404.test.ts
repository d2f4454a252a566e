import {
  addPlaces,
  addSubscriber,
  personToken,
  raiseForCustomer,
  type TestPartner,
  useSystem,
} from "@tocsin/testkit";
import { expect, test } from "vitest";
import { expectAbsent } from "../testing/absent-customers.ts";

const system = useSystem();
const body = { responseTypeId: 1, location: { latitude: 1, longitude: 2 } };

test("a customer of another tenant, a deleted one and one who never was", async () => {
  await expectAbsent(system, (id) => ({
    method: "POST",
    path: `/panic-api/v2/customers/${id}/callouts`,
    body,
  }));
});

async function placeOf(partner: TestPartner, customerId: number | null = null): Promise<number> {
  const [reference] = await addPlaces(system, 1, `place of ${customerId} ${partner.clientId}`, partner);
  const [row] = await system.context.db.query<{ id: number }>({
    text: "update fixed_location set customer_id = $2 where external_reference_id = $1 returning id",
    values: [reference, customerId],
  });
  return row?.id ?? 0;
}

test("a place of another tenant, and one that never was, in the same words", async () => {
  const theirs = await placeOf(system.otherPartner);
  for (const predefinedLocationId of [theirs, 999_999]) {
    const answer = await raiseForCustomer(system, { location: undefined, predefinedLocationId });
    expect(answer).toMatchObject({
      status: 404,
      body: { message: `Fixed location ${predefinedLocationId} was not found.` },
    });
  }
});

test("a person's token reaches that person's places and the tenant's own, not those of others", async () => {
  const [me, you] = [await addSubscriber(system), await addSubscriber(system)];
  const raiseAt = async (predefinedLocationId: number) =>
    (
      await system.request({
        method: "POST",
        path: `/panic-api/v2/customers/${me}/callouts`,
        token: await personToken(system, "callout", me),
        body: { responseTypeId: 1, predefinedLocationId },
      })
    ).status;
  expect(await raiseAt(await placeOf(system.partner, you))).toBe(404);
  expect(await raiseAt(await placeOf(system.partner, me))).toBe(201);
  expect(await raiseAt(await placeOf(system.partner))).toBe(200);
});

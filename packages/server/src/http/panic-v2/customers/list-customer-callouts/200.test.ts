import { addSubscriber, personToken, raiseCallout, raiseForCustomer, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { addCustomer } from "../../callouts/testing/add-customer.ts";

const system = useSystem();

const list = async (customerId: number, token?: string) =>
  system.request({
    method: "GET",
    path: `/panic-api/v2/customers/${customerId}/callouts`,
    ...(token === undefined ? {} : { token }),
  });
const ids = async (customerId: number, token?: string): Promise<number[]> =>
  (await list(customerId, token)).body.map(({ id }: { id: number }) => id);

test("a bare array of flat callouts, newest first: the person's own, and those at places of theirs", async () => {
  const customerId = await addSubscriber(system);
  expect((await list(customerId)).body).toEqual([]);
  const atPlace = await raiseCallout(system, { customerId });
  const own = await raiseForCustomer(system, { customerId });
  await raiseForCustomer(system);
  const { status, body } = await list(customerId);
  expect(status).toBe(200);
  expect(body).toMatchObject([{ id: own.body.id, customerId, status: "created" }, { id: atPlace.id }]);
  expect(body[0]).not.toHaveProperty("callout");
});

test("none that is cancelled or closed", async () => {
  const customerId = await addSubscriber(system);
  const { body } = await raiseForCustomer(system, { customerId });
  await system.request({ method: "POST", path: `/panic-api/v2/callouts/${body.id}/cancel` });
  expect(await ids(customerId)).toEqual([]);
});

test("under duress the person reads an empty list, the partner's server the callout", async () => {
  const customerId = await addCustomer(system, { mobile: "+27825551234" });
  const callout = await raiseCallout(system, { customerId });
  const token = await personToken(system, "callout", customerId);
  expect(await ids(customerId, token)).toEqual([callout.id]);
  const path = `/panic-api/v2/callouts/${callout.id}/cancel`;
  await system.request({ method: "POST", path, token, body: { safeCode: "9999" } });
  expect(await ids(customerId, token)).toEqual([]);
  expect(await ids(customerId)).toEqual([callout.id]);
});

import { addSubscription, registerPerson, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { expectAbsent } from "../testing/expect-absent.ts";

const system = useSystem();

test("a subscription that never was, or is another tenant's: in the same words", () =>
  expectAbsent(system, "PUT", {}));

test("a dependant who never was, or is another tenant's: nothing changes", async () => {
  const [parent, child] = [await registerPerson(system), await registerPerson(system)];
  const theirs = await registerPerson(system, { partner: system.otherPartner });
  const id = await addSubscription(system, { customerId: parent.id, dependantCustomerIds: [child.id] });
  const path = `/panic-api/v2/subscriptions/${id}`;
  for (const stranger of [theirs.id, theirs.id + 1000]) {
    const body = { dependantCustomerIds: [child.id, stranger], validTo: "2099-01-01T00:00:00Z" };
    const answer = await system.request({ method: "PUT", path, body });
    expect(answer.status).toBe(404);
    expect(answer.body).toEqual({ message: `Customer ${stranger} was not found.` });
  }
  // and before whether the subscription has ended
  const ended = await addSubscription(system, {
    customerId: parent.id,
    dependantCustomerIds: [child.id],
    cancelledAt: system.clock.now().toString(),
  });
  const late = await system.request({
    method: "PUT",
    path: `/panic-api/v2/subscriptions/${ended}`,
    body: { dependantCustomerIds: [theirs.id] },
  });
  expect(late).toMatchObject({ status: 404, body: { message: `Customer ${theirs.id} was not found.` } });
  const { body } = await system.request({ method: "GET", path });
  expect(body.dependantCustomerIds).toEqual([child.id]);
  expect(body.validTo).not.toContain("2099");
});

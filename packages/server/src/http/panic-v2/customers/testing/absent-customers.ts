import { registerPerson, type TestSystem } from "@tocsin/testkit";
import { expect } from "vitest";

/** Ids of a customer who is another tenant's, of one who was deleted, and of one who never was. */
export async function absentCustomers(system: TestSystem): Promise<number[]> {
  const theirs = await registerPerson(system, { partner: system.otherPartner });
  const deleted = await registerPerson(system);
  await system.request({ method: "POST", path: `/panic-api/v2/customers/${deleted.id}/delete` });
  return [theirs.id, deleted.id, deleted.id + 1000];
}

/** Each absent customer is answered 404, in the same words. */
export async function expectAbsent(
  system: TestSystem,
  request: (id: number) => Parameters<TestSystem["request"]>[0],
): Promise<void> {
  for (const id of await absentCustomers(system)) {
    const answer = await system.request(request(id));
    expect(answer.status).toBe(404);
    expect(answer.body).toEqual({ message: `Customer ${id} was not found.` });
  }
}

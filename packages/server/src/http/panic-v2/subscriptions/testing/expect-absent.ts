import { addSubscription, registerPerson, type TestSystem } from "@tocsin/testkit";
import { expect } from "vitest";

/** A subscription of another tenant and one that never was are answered 404, in the same words. */
export async function expectAbsent(
  system: TestSystem,
  method: "GET" | "PUT" | "DELETE",
  body?: unknown,
): Promise<void> {
  const partner = system.otherPartner;
  const { id: customerId } = await registerPerson(system, { partner });
  const theirs = await addSubscription(system, { customerId, partner });
  for (const id of [theirs, theirs + 1000]) {
    const answer = await system.request({ method, path: `/panic-api/v2/subscriptions/${id}`, body });
    expect(answer.status).toBe(404);
    expect(answer.body).toEqual({ message: `Subscription ${id} was not found.` });
  }
}

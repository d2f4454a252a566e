import { addCustomers, personToken, registerPerson, type TestRequest, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { rotateSecret, setPolicy } from "../partners/index.ts";
import { operations } from "./app.ts";
import { controlOperations } from "./control/operations.ts";
import { responderOperations } from "./responder/operations.ts";
import type { Operation } from "./route.ts";
import { sampleRequest } from "./testing/sample-requests.ts";

/** Over every operation of every door: what a token of one person opens. */
const system = useSystem();

/** The callout flow, to the letter of the contract (panic-v2 §3): no operation joins it by itself. */
const calloutFlow = [
  "create-callout",
  "create-customer-callout",
  "list-customer-callouts",
  "get-callout",
  "update-callout-location",
  "update-callout-location-and-return",
  "cancel-callout",
  "create-callout-rating",
  "create-rating-item",
  "list-rating-items",
  "list-callout-events",
  "create-callout-event",
];

/** What a customer's own token opens beside it: subscriptions, and the session in which they are managed. */
const isOfSubscriptions = ({ path }: Operation): boolean =>
  /\/(subscriptions|subscription-management)(\/|$)/.test(path);

const doors = [...operations, ...controlOperations, ...responderOperations].filter(
  ({ access, endless }) => access !== "open" && !endless,
);

async function person(): Promise<{ partner: typeof system.partner; customerId: number }> {
  const [customerId = 0] = await addCustomers(system, 1);
  return { partner: system.partner, customerId };
}

const sampleOf = (operation: Operation, me: Awaited<ReturnType<typeof person>>): Promise<TestRequest> =>
  operations.includes(operation)
    ? sampleRequest(system, operation, me)
    : Promise.resolve({ method: operation.method, path: operation.path.replaceAll(/:\w+/g, "1"), body: {} });

test("the callout flow is what the contract says, and no more", () => {
  const open = operations.filter(({ access }) => access === "callout");
  expect(open.map(({ operationId }) => operationId).toSorted()).toEqual(calloutFlow.toSorted());
});

test("a customer's token opens subscriptions beside it, and no more", () => {
  const open = operations.filter(({ access }) => access === "customer");
  expect(open.filter((each) => !isOfSubscriptions(each)).map(({ operationId }) => operationId)).toEqual([]);
});

describe.each(["callout", "customer"] as const)("a %s token", (scope) => {
  const opens = ({ access }: Operation): boolean =>
    access === "callout" || (scope === "customer" && access === "customer");
  const named = (some: readonly Operation[]) =>
    some.map((operation) => ({ name: operation.operationId, operation }));

  test.each(named(doors.filter((each) => !opens(each))))(
    "$name: 401, before anything else",
    async ({ operation }) => {
      const me = await person();
      const token = await personToken(system, scope, me.customerId);
      const answer = await system.request({ ...(await sampleOf(operation, me)), token });
      expect(answer).toMatchObject({ status: 401, headers: { "x-error-code": "unauthorized" } });
      const isRead = operation.method === "GET";
      const broken = {
        method: operation.method,
        path: operation.path,
        token,
        ...(isRead ? {} : { body: "{" }),
      };
      expect((await system.request(broken)).status).toBe(401);
    },
  );

  test.each(named(doors.filter(opens)))("$name: let in", async ({ operation }) => {
    const me = await person();
    const token = await personToken(system, scope, me.customerId);
    const { status } = await system.request({ ...(await sampleOf(operation, me)), token });
    expect([401, 500, 503]).not.toContain(status);
  });
});

describe("a token of one person is refused", () => {
  const path = "/panic-api/v2/rating-items";
  const statusOf = async (token: string) => (await system.request({ method: "GET", path, token })).status;

  test.each(["callout", "customer"] as const)("once the person was deleted: %s", async (scope) => {
    const { id } = await registerPerson(system);
    const token = await personToken(system, scope, id);
    expect(await statusOf(token)).toBe(200);
    await system.request({ method: "POST", path: `/panic-api/v2/customers/${id}/delete` });
    expect(await statusOf(token)).toBe(401);
  });

  test("in the second it expires", async () => {
    const token = await personToken(system, "callout", (await person()).customerId);
    system.clock.advance({ seconds: 3599 });
    expect(await statusOf(token)).toBe(200);
    system.clock.advance({ seconds: 1 });
    expect(await statusOf(token)).toBe(401);
  });

  test("once its tenant's tokens were ended", async () => {
    const token = await personToken(system, "callout", (await person()).customerId);
    system.clock.advance({ milliseconds: 500 });
    await rotateSecret(system.context, system.partner.clientId, { revokeOld: true });
    system.context.partners.forget();
    expect(await statusOf(token)).toBe(401);
  });

  test("where it is another tenant's customer, though the signature is ours", async () => {
    const [theirs = 0] = await addCustomers(system, 1, system.otherPartner);
    expect(await statusOf(await personToken(system, "callout", theirs))).toBe(401);
  });

  test("as long as it lives it follows the tenant's policies as they are now", async () => {
    const { customerId } = await person();
    const token = await personToken(system, "callout", customerId);
    const raise = {
      method: "POST",
      path: "/panic-api/v2/callouts",
      token,
      body: { responseTypeId: 1, latitude: 1, longitude: 2 },
    } as const;
    expect((await system.request(raise)).status).toBe(403);
    await setPolicy(system.context, system.partner.clientId, "tryBeforeSignup", "true");
    system.context.partners.forget();
    expect((await system.request(raise)).status).toBe(201);
  });
});

import { addSubscription, noticesOfPeople, personToken, registerPerson, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";

const system = useSystem();
const path = "/panic-api/v2/subscriptions";

async function person() {
  const { id } = await registerPerson(system);
  const token = await personToken(system, "customer", id);
  const send = (method: "GET" | "POST" | "PUT" | "DELETE", to: string, body?: unknown, headers = {}) =>
    system.request({ method, path: `/panic-api/v2${to}`, token, body, headers });
  return { id, token, send };
}

async function family() {
  const [parent, child] = [await person(), await person()];
  const id = await addSubscription(system, { customerId: parent.id, dependantCustomerIds: [child.id] });
  return { id, parent, child };
}

describe("a person subscribes", () => {
  test.each([
    ["as apps say it", { webSubscription: 3 }, 3],
    ["as everybody says it", { subscriptionTypeId: 1 }, 1],
    ["both ways: the app's counts", { webSubscription: 4, subscriptionTypeId: 1 }, 4],
    ["for somebody else, and it is for themself", { webSubscription: 3, customerId: 1 }, 3],
  ])("%s", async (_title, body, subscriptionTypeId) => {
    const { id: customerId, send } = await person();
    const answer = await send("POST", "/subscriptions", body);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ customerId, subscriptionTypeId, status: "active" });
    const last = (await noticesOfPeople(system, system.partner)).at(-1);
    expect(last).toEqual({ event: "SUBSCRIPTION_CREATED", id: answer.body.id });
  });

  test.each([
    ["to nothing", {}, ["webSubscription"]],
    ["to a type that is none", { webSubscription: 5 }, ["webSubscription"]],
    ["to a type by its name", { webSubscription: "FAMILY" }, ["webSubscription"]],
  ])("%s: 400", async (_title, body, fields) => {
    const answer = await (await person()).send("POST", "/subscriptions", body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map(({ field }: { field: string }) => field)).toEqual(fields);
  });

  test("once: 409 after that", async () => {
    const { send } = await person();
    await send("POST", "/subscriptions", { webSubscription: 3 });
    expect((await send("POST", "/subscriptions", { webSubscription: 3 })).status).toBe(409);
  });

  test("a server token's webSubscription says nothing", async () => {
    const { id: customerId } = await person();
    const answer = await system.request({ method: "POST", path, body: { customerId, webSubscription: 3 } });
    expect(answer.body.errors).toMatchObject([{ field: "subscriptionTypeId" }]);
  });

  test("an Idempotency-Key is each person's own", async () => {
    const headers = { "idempotency-key": "mine" };
    const [one, other] = [await person(), await person()];
    for (const { id, send } of [one, other]) {
      const answer = await send("POST", "/subscriptions", { webSubscription: 3 }, headers);
      expect(answer.body.customerId).toBe(id);
    }
  });
});

describe("a person reads", () => {
  test("their subscriptions, a family's that covers them, and the types", async () => {
    const { id, parent, child } = await family();
    for (const { id: customerId, send } of [parent, child]) {
      expect((await send("GET", `/customers/${customerId}/subscriptions`)).body).toMatchObject([{ id }]);
      expect((await send("GET", `/subscriptions/${id}`)).body).toMatchObject({ id, customerId: parent.id });
    }
    expect((await child.send("GET", "/subscriptions/subscriptionTypes")).body).toHaveLength(4);
  });

  test("nobody else's: 404 as for one that never was", async () => {
    const { id, parent } = await family();
    const { send } = await person();
    for (const strange of [id, id + 1000]) {
      const answer = await send("GET", `/subscriptions/${strange}`);
      expect(answer.status).toBe(404);
      expect(answer.body).toEqual({ message: `Subscription ${strange} was not found.` });
    }
    expect((await send("GET", `/customers/${parent.id}/subscriptions`)).status).toBe(404);
  });
});

describe("a person changes", () => {
  test("the end of their own, and lets go of dependants", async () => {
    const { id, parent } = await family();
    const validTo = "2099-01-01T00:00:00.000Z";
    const answer = await parent.send("PUT", `/subscriptions/${id}`, { validTo, dependantCustomerIds: [] });
    expect(answer.body).toMatchObject({ validTo, dependantCustomerIds: [] });
  });

  test("and can't find out about others by naming them", async () => {
    const { id, parent, child } = await family();
    const { id: stranger } = await person();
    const family2 = { webSubscription: 4, dependantCustomerIds: [stranger] };
    for (const answer of [
      await parent.send("PUT", `/subscriptions/${id}`, { dependantCustomerIds: [child.id, stranger] }),
      await (await person()).send("POST", "/subscriptions", family2),
    ]) {
      expect(answer.status).toBe(404);
      expect(answer.body).toEqual({ message: `Customer ${stranger} was not found.` });
    }
  });

  test("cancels their own", async () => {
    const { id, parent } = await family();
    expect((await parent.send("DELETE", `/subscriptions/${id}`)).status).toBe(200);
  });

  test("nobody else's, that of their family neither: 404, and nothing changes", async () => {
    const { id, child } = await family();
    for (const { send } of [child, await person()]) {
      expect((await send("PUT", `/subscriptions/${id}`, { dependantCustomerIds: [] })).status).toBe(404);
      expect((await send("DELETE", `/subscriptions/${id}`)).status).toBe(404);
    }
    const { body } = await system.request({ method: "GET", path: `${path}/${id}` });
    expect(body).toMatchObject({ status: "active", dependantCustomerIds: [child.id] });
  });
});

describe("401", () => {
  test("for a callout token, everywhere here", async () => {
    const { id } = await person();
    const token = await personToken(system, "callout", id);
    for (const [method, to] of [
      ["POST", ""],
      ["GET", "/1"],
      ["PUT", "/1"],
      ["DELETE", "/1"],
      ["GET", "/subscriptionTypes"],
    ] as const) {
      const answer = await system.request({ method, path: `${path}${to}`, token });
      expect([method, to, answer.status]).toEqual([method, to, 401]);
    }
  });

  test("for a customer token where customers are registered, read and deleted", async () => {
    const { id, send } = await person();
    expect((await send("GET", `/customers/${id}`)).status).toBe(401);
    expect((await send("PUT", `/customers/${id}`, { surname: "Doe" })).status).toBe(401);
    expect((await send("POST", `/customers/${id}/delete`)).status).toBe(401);
    expect((await send("POST", "/customers", {})).status).toBe(401);
  });

  test("for the token of somebody who was deleted", async () => {
    const { id, send } = await person();
    await system.request({ method: "POST", path: `/panic-api/v2/customers/${id}/delete` });
    expect((await send("GET", `/customers/${id}/subscriptions`)).status).toBe(401);
  });
});

import { useSystem } from "@tocsin/testkit";
import { beforeAll, expect, it } from "vitest";
import { type Client, createClient } from "./index.ts";

const system = useSystem();
let baseUrl: string;
let client: Client;

beforeAll(async () => {
  baseUrl = await system.app.listen({ host: "127.0.0.1", port: 0 });
  const { clientId, clientSecret } = system.partner;
  client = createClient({ baseUrl, clientId, clientSecret });
});

const place = (externalReferenceId: string) => ({
  externalReferenceId,
  locationIdentifier: externalReferenceId,
  latitude: "-26.1",
  longitude: "28.05",
});

it("registers a place, raises, finds the same callout again, and cancels", async () => {
  await client.createFixedLocation({ body: place("Straße 1/ü") });
  const raise = { externalReferenceId: "Straße 1/ü", body: { responseTypeId: 2 } };
  const raised = await client.createFixedLocationCallout(raise);
  expect(raised.status).toBe(201);
  const again = await client.createFixedLocationCallout(raise);
  expect(again).toMatchObject({ status: 200, body: { id: raised.body.id } });
  const { body } = await client.getCallout({ calloutId: raised.body.id });
  expect(body.callout.incidentInformation).toHaveLength(1);
  const cancelled = await client.cancelCallout({ calloutId: raised.body.id });
  expect(cancelled.body.status).toBe("Responder Cancelled");
});

it("walks through pages, and an unchanged list is 304 without a body", async () => {
  const all = await client.listFixedLocations();
  const page = await client.listFixedLocations({ limit: 1 });
  expect(page.body).toHaveLength(1);
  const etag = all.headers.get("etag") ?? "";
  const unchanged = await client.listFixedLocations({}, { headers: { "if-none-match": etag } });
  expect(unchanged).toMatchObject({ status: 304, body: undefined });
});

it("a refusal names the members that are wrong, its code and its request", async () => {
  const refused = client.createFixedLocation({ body: { ...place("X"), latitude: "north" } });
  await expect(refused).rejects.toMatchObject({
    status: 400,
    code: "invalid-request",
    fields: [{ field: "latitude" }],
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
});

it("a token that was ended before its time is replaced, and nobody notices", async () => {
  const { clientId, clientSecret } = system.partner;
  let ended = true;
  const endsFirst: typeof fetch = async (input, init) => {
    const headers = new Headers(init?.headers);
    if (ended && headers.has("authorization")) {
      ended = false;
      headers.set("authorization", "Bearer ended");
    }
    return fetch(input, { ...init, headers });
  };
  const renewing = createClient({ baseUrl, clientId, clientSecret, fetch: endsFirst });
  expect((await renewing.listResponseTypes()).status).toBe(200);
  expect(ended).toBe(false);
});

it("a wrong secret is 401, without another try", async () => {
  const wrong = createClient({ baseUrl, clientId: system.partner.clientId, clientSecret: "wrong" });
  await expect(wrong.listResponseTypes()).rejects.toMatchObject({ status: 401, code: "unauthorized" });
});

it("a token of somebody else's is asked for at each call", async () => {
  const token = await system.token();
  let asked = 0;
  const accessToken = async () => {
    asked += 1;
    return token;
  };
  const borrowing = createClient({ baseUrl, accessToken });
  await borrowing.listResponseTypes();
  await borrowing.listResponseTypes();
  expect(asked).toBe(2);
});

import { addCustomers, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();
const path = "/panic-api/v2/oauth/calloutToken";

async function customer(): Promise<number> {
  const [id = 0] = await addCustomers(system, 1);
  return id;
}

test("a token of scope callout that names the customer, in both spellings, and never from a cache", async () => {
  const customerId = await customer();
  const { status, body, headers } = await system.request({ method: "POST", path, body: { customerId } });
  expect(status).toBe(200);
  expect(body).toEqual({
    accessToken: expect.any(String),
    tokenType: "Bearer",
    expiresIn: 3600,
    access_token: body.accessToken,
    token_type: "Bearer",
    expires_in: 3600,
  });
  const [, payload = ""] = body.accessToken.split(".");
  const claims = JSON.parse(Buffer.from(payload, "base64url").toString());
  expect(claims).toMatchObject({ scope: "callout", customerId, sub: "acme" });
  expect(headers["cache-control"]).toBe("no-store");
});

test("an Idempotency-Key is not looked at: no token is kept, each is a new one", async () => {
  const body = { customerId: await customer() };
  const request = { method: "POST", path, body, headers: { "idempotency-key": "once" } } as const;
  const [one, other] = [await system.request(request), await system.request(request)];
  expect(one.body.accessToken).not.toBe(other.body.accessToken);
});

import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { createPartner } from "../../../../partners/index.ts";

const system = useSystem();
const path = "/panic-api/v2/oauth/token";
const form = { "content-type": "application/x-www-form-urlencoded" };

function post(body: unknown, headers: Record<string, string> = {}) {
  return system.request({ method: "POST", path, token: null, body, headers });
}

function basic(clientId: string, clientSecret: string): Record<string, string> {
  return { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}` };
}

describe("200", () => {
  test("the pair as JSON gives a token in both spellings, which no cache may keep", async () => {
    const { clientId, clientSecret } = system.partner;
    const { status, headers, body } = await post({ clientId, clientSecret });
    expect(status).toBe(200);
    expect(headers["cache-control"]).toBe("no-store");
    expect(body).toEqual({
      accessToken: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      tokenType: "Bearer",
      expiresIn: 3600,
      access_token: body.accessToken,
      token_type: "Bearer",
      expires_in: 3600,
    });
    const called = await system.request({
      method: "GET",
      path: "/panic-api/v2/responseTypes",
      token: body.accessToken,
    });
    expect(called.status).toBe(200);
  });

  test("members nobody knows do not matter, nor does a bad token", async () => {
    const { clientId, clientSecret } = system.partner;
    const answer = await post(
      { clientId, clientSecret, audience: "x" },
      { authorization: "Bearer nonsense" },
    );
    expect(answer.status).toBe(200);
  });

  test("client credentials in a form", async () => {
    const { clientId, clientSecret } = system.partner;
    const body = new URLSearchParams({
      grant_type: "client_credentials",
      client_id: clientId,
      client_secret: clientSecret,
    });
    expect((await post(String(body), form)).status).toBe(200);
    const withCharset = { "content-type": "application/x-www-form-urlencoded; charset=UTF-8" };
    expect((await post(`${String(body)}&scope=`, withCharset)).status).toBe(200);
  });

  test("client credentials in HTTP Basic, with or without the id in the form", async () => {
    const { clientId, clientSecret } = system.partner;
    const headers = { ...form, ...basic(clientId, clientSecret) };
    expect((await post("grant_type=client_credentials", headers)).status).toBe(200);
    expect(
      (await post(`grant_type=client_credentials&client_id=${clientId}&client_secret=`, headers)).status,
    ).toBe(200);
  });

  test("the halves of HTTP Basic are percent-encoded (RFC 6749 §2.3.1)", async () => {
    const clientSecret = "100% sure: é+&";
    await createPartner(system.context, { clientId: "a~b@c", name: "Odd", clientSecret });
    const encode = (text: string) => new URLSearchParams({ "": text }).toString().slice(1);
    const headers = { ...form, ...basic(encode("a~b@c"), encode(clientSecret)) };
    expect((await post("grant_type=client_credentials", headers)).status).toBe(200);
  });
});

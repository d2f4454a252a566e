import { addOperator, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";

const system = useSystem();

async function send(method: "GET" | "DELETE", headers: Readonly<Record<string, string>>) {
  const cookie = `theme=dark; tocsin_control=${await (await addOperator(system)).token()}; x=1`;
  const path = method === "GET" ? "/control/v1/callouts" : "/control/v1/sessions";
  return system.request({ method, path, token: null, headers: { cookie, host: "tocsin.test", ...headers } });
}

describe("with the console's cookie", () => {
  test("reading takes nothing more: no other site's page can read the answer", async () => {
    expect((await send("GET", {})).status).toBe(200);
    expect((await send("GET", { "sec-fetch-site": "cross-site" })).status).toBe(200);
  });

  test.each([
    { "sec-fetch-site": "same-origin" },
    { "sec-fetch-site": "same-origin", origin: "http://localhost:5173" },
    { origin: "https://tocsin.test" },
    { origin: "https://console.internal:8443", host: "console.internal:8443" },
    { origin: "https://tocsin.test", host: "10.0.0.7:8080" },
  ])("a change from our own pages is let through: %j", async (headers) => {
    expect((await send("DELETE", headers)).status).toBe(204);
  });

  test.each([
    {},
    { "sec-fetch-site": "cross-site", origin: "https://tocsin.test" },
    { "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "none" },
    { origin: "https://evil.example" },
    { origin: "https://tocsin.test.evil.example" },
    { origin: "http://tocsin.test:81" },
    { origin: "null" },
  ])("a change from anywhere else is refused: %j", async (headers) => {
    expect(await send("DELETE", headers)).toMatchObject({
      status: 403,
      headers: { "x-error-code": "forbidden" },
    });
  });

  test("a bearer token needs none of this, and goes before a cookie", async () => {
    const token = await (await addOperator(system)).token();
    const headers = { cookie: "tocsin_control=stale", "sec-fetch-site": "cross-site" };
    const request = { method: "DELETE", path: "/control/v1/sessions", token, headers } as const;
    expect((await system.request(request)).status).toBe(204);
  });

  test.each(["tocsin_control=", "tocsin_control", "tocsin_controls=x", ""])("%j is none", async (cookie) => {
    const request = {
      method: "GET",
      path: "/control/v1/callouts",
      token: null,
      headers: { cookie },
    } as const;
    expect((await system.request(request)).status).toBe(401);
  });
});

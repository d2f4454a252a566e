import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";

const system = useSystem();
const path = "/panic-api/v2/predefinedLocations/externalRef/any/callouts";

describe("401", () => {
  test.each([
    ["no token", {}],
    ["another scheme", { authorization: "Basic ZGVtbzpkZW1v" }],
    ["no JWT", { authorization: "Bearer nonsense" }],
    ["an empty token", { authorization: "Bearer " }],
  ])("%s", async (_title, headers) => {
    const answer = await system.request({
      method: "POST",
      path,
      token: null,
      headers,
      body: { responseTypeId: 1 },
    });
    expect(answer.status).toBe(401);
    expect(answer.headers["x-error-code"]).toBe("unauthorized");
    expect(answer.headers["x-request-id"]).toBeTruthy();
  });

  test("comes before everything else: a body that is not even JSON, an unsupported type, a body too large", async () => {
    const bodies = ["{", Buffer.alloc(2 * 1024 * 1024, 0x20)];
    for (const body of bodies) {
      expect((await system.request({ method: "POST", path, token: null, body })).status).toBe(401);
    }
    const headers = { "content-type": "text/plain" };
    expect((await system.request({ method: "POST", path, token: null, headers, body: "x" })).status).toBe(
      401,
    );
  });

  test("an expired token", async () => {
    const token = await system.token();
    system.clock.advance({ seconds: 3_601 });
    expect((await system.request({ method: "POST", path, token, body: {} })).status).toBe(401);
  });
});

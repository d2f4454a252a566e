import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";

const system = useSystem();
const path = "/panic-api/v2/oauth/token";

describe("415", () => {
  test.each(["text/plain", "application/xml", "multipart/form-data; boundary=x"])("%s", async (type) => {
    const headers = { "content-type": type };
    const answer = await system.request({ method: "POST", path, token: null, body: "x", headers });
    expect(answer.status).toBe(415);
    expect(answer.headers["x-error-code"]).toBe("unsupported-media-type");
  });

  test("a form is for this operation alone", async () => {
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const elsewhere = "/panic-api/v2/predefinedLocations";
    const answer = await system.request({ method: "POST", path: elsewhere, body: "a=b", headers });
    expect(answer.status).toBe(415);
  });
});

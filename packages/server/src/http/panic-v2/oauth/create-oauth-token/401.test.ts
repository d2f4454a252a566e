import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";

const system = useSystem();
const path = "/panic-api/v2/oauth/token";

describe("401", () => {
  test("an unknown id and a wrong secret are told in the same words", async () => {
    const pairs = [
      { clientId: "nobody", clientSecret: "wrong" },
      { clientId: "acme", clientSecret: "wrong" },
      { clientId: "acme", clientSecret: system.otherPartner.clientSecret },
      { clientId: "umbra", clientSecret: `${system.otherPartner.clientSecret} ` },
    ];
    const answers = [];
    for (const body of pairs) answers.push(await system.request({ method: "POST", path, token: null, body }));
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers[0]?.headers["x-error-code"]).toBe("unauthorized");
    expect(answers[0]?.body).toEqual({ message: "There is no client with this clientId and clientSecret." });
  });

  test("in a form and in HTTP Basic too", async () => {
    const form = { "content-type": "application/x-www-form-urlencoded" };
    const basic = { ...form, authorization: `Basic ${Buffer.from("acme:wrong").toString("base64")}` };
    const body = "grant_type=client_credentials";
    const pair = `${body}&client_id=acme&client_secret=wrong`;
    expect(
      (await system.request({ method: "POST", path, token: null, body: pair, headers: form })).status,
    ).toBe(401);
    expect((await system.request({ method: "POST", path, token: null, body, headers: basic })).status).toBe(
      401,
    );
  });
});

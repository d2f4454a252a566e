import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";

const system = useSystem();
const path = "/panic-api/v2/oauth/token";
const form = { "content-type": "application/x-www-form-urlencoded" };
const basic = { ...form, authorization: `Basic ${Buffer.from("acme:secret").toString("base64")}` };

describe("400 names what is missing or wrong", () => {
  test.each<[string, unknown, string[]]>([
    ["an empty object", {}, ["clientId", "clientSecret"]],
    ["no secret", { clientId: "acme" }, ["clientSecret"]],
    ["no id", { clientSecret: "x" }, ["clientId"]],
    ["a number", { clientId: 5, clientSecret: "x" }, ["clientId"]],
    ["blank", { clientId: " ", clientSecret: "" }, ["clientId", "clientSecret"]],
    ["the names of the form", { client_id: "acme", client_secret: "x" }, ["clientId", "clientSecret"]],
    ["a NUL", { clientId: "a\0", clientSecret: "x" }, ["clientId"]],
    ["no object", "[]", ["body"]],
    ["nothing", undefined, ["body"]],
  ])("JSON: %s", async (_title, body, fields) => {
    const answer = await system.request({ method: "POST", path, token: null, body });
    expect(answer.status).toBe(400);
    expect(answer.headers["x-error-code"]).toBe("invalid-request");
    expect(answer.body.errors.map(({ field }: { field: string }) => field)).toEqual(fields);
  });

  test.each<[string, string, Record<string, string>, string[]]>([
    ["an empty form", "", form, ["grant_type"]],
    ["another grant", "grant_type=password&client_id=a&client_secret=b", form, ["grant_type"]],
    ["no pair", "grant_type=client_credentials", form, ["client_id", "client_secret"]],
    ["an empty secret", "grant_type=client_credentials&client_id=a&client_secret=", form, ["client_secret"]],
    ["a member twice", "grant_type=client_credentials&client_id=a&client_id=b", form, ["client_id"]],
    ["a NUL", "grant_type=client_credentials&client_id=%00&client_secret=b", form, ["client_id"]],
    ["the secret twice", "grant_type=client_credentials&client_secret=secret", basic, ["client_secret"]],
    ["two ids", "grant_type=client_credentials&client_id=umbra", basic, ["client_id"]],
    [
      "Basic without a colon",
      "grant_type=client_credentials",
      { ...form, authorization: "Basic YWNtZQ==" },
      ["Authorization"],
    ],
    [
      "Basic of nothing",
      "grant_type=client_credentials",
      { ...form, authorization: "Basic" },
      ["Authorization"],
    ],
    [
      "Basic with a stray %",
      "grant_type=client_credentials",
      { ...form, authorization: "Basic JTphCg==" },
      ["Authorization"],
    ],
    [
      "Basic with a NUL",
      "grant_type=client_credentials",
      { ...form, authorization: "Basic JTAwOmE=" },
      ["Authorization"],
    ],
  ])("form: %s", async (_title, body, headers, fields) => {
    const answer = await system.request({ method: "POST", path, token: null, body, headers });
    expect(answer.status).toBe(400);
    expect(answer.headers["x-error-code"]).toBe("invalid-request");
    expect(answer.body.errors.map(({ field }: { field: string }) => field)).toEqual(fields);
  });

  test("bytes that are no text", async () => {
    const body = Buffer.from("grant_type=\xff", "latin1");
    expect((await system.request({ method: "POST", path, token: null, body, headers: form })).status).toBe(
      400,
    );
  });
});

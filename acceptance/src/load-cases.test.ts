import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isNamed, loadCases } from "./load-cases.ts";

const cases = loadCases();

describe("the fixtures of the contract", () => {
  test("are all of the fixture form, and no two cases have one id", () => {
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  });

  test("have a smoke case for every operation", () => {
    const operations = new Set(cases.map(({ operation }) => operation));
    for (const { operation, profile } of cases) if (profile === "smoke") operations.delete(operation);
    expect([...operations]).toEqual([]);
  });

  test("say which line of the contract they hold", () => {
    const vague = cases.filter(({ provenance }) => !/panic-v2 §\d|first milestone/.test(provenance.where));
    expect(vague.map(({ id }) => id)).toEqual([]);
  });
});

describe("loading", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "tocsin-fixtures-"));
    mkdirSync(join(folder, "get-thing"));
    writeFileSync(
      join(folder, "given.json"),
      JSON.stringify({ "a thing": { steps: [step], cleanup: [cleanup] } }),
    );
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const step = {
    request: { method: "POST", path: "/things" },
    expect: { status: 201 },
    capture: { thing: "body" },
  };
  const cleanup = { request: { method: "DELETE", path: "/things/{{thing.id}}" } };
  const fixture = {
    id: "reads",
    operation: "get-thing",
    title: "A thing can be read",
    provenance: { mark: "ref", where: "panic-v2 §1" },
    profile: "smoke",
    steps: [{ request: { method: "GET", path: "/things/{{thing.id}}" }, expect: { status: 200 } }],
  };
  const write = (content: object, name = "reads.json") =>
    writeFileSync(join(folder, "get-thing", name), JSON.stringify(content));

  test("makes a case of each row, with what is given before and cleaned up after", () => {
    write({
      ...fixture,
      given: ["a thing"],
      cases: [
        { id: "one", size: 1 },
        { id: "two", size: 2 },
      ],
    });
    const loaded = loadCases(folder);
    expect(loaded.map(({ id }) => id)).toEqual(["get-thing/reads/one", "get-thing/reads/two"]);
    expect(loaded[1]?.variables).toEqual({ id: "two", size: 2 });
    expect(loaded[0]?.steps.map(({ request }) => request.path)).toEqual(["/things", "/things/{{thing.id}}"]);
    expect(loaded[0]?.cleanup.map(({ request }) => request.method)).toEqual(["DELETE"]);
  });

  const get = fixture.steps[0];
  test.each([
    ["a member nobody knows", { ...fixture, colour: "red" }, /colour/],
    [
      "an operator nobody knows",
      { ...fixture, steps: [{ ...get, expect: { status: 200, body: { id: { $typ: "integer" } } } }] },
      /steps\.0\.expect\.body: \$typ is no operator/,
    ],
    [
      "an operator among members",
      { ...fixture, steps: [{ ...get, expect: { status: 200, body: { $type: "object", id: 1 } } }] },
      /id is no operator/,
    ],
    ["no status", { ...fixture, steps: [{ ...get, expect: {} }] }, /status or statuses/],
    [
      "statuses of one request",
      { ...fixture, steps: [{ ...get, expect: { statuses: { 200: 1 } } }] },
      /statuses need parallel/,
    ],
    [
      "two bodies",
      { ...fixture, steps: [{ ...get, request: { method: "POST", path: "/", body: 1, rawBody: "1" } }] },
      /either body or rawBody/,
    ],
    ["something given that given.json has not", { ...fixture, given: ["a unicorn"] }, /no "a unicorn"/],
    [
      "another operation than its folder",
      { ...fixture, operation: "get-unicorn" },
      /get-unicorn\/reads\.json, the file lies in get-thing/,
    ],
  ])("refuses %s", (_what, content, reason) => {
    write(content);
    expect(() => loadCases(folder)).toThrow(reason);
  });

  test("names the file that is no JSON", () => {
    writeFileSync(join(folder, "get-thing", "reads.json"), "{");
    expect(() => loadCases(folder)).toThrow(/reads\.json: .*JSON/);
  });
});

test.each([
  ["create-fixed-location-callout", true],
  ["bad-member", true],
  ["create-fixed-location-callout/bad-member", true],
  ["create-fixed-location-callout/bad-member/classification-zero", true],
  ["create-fixed-location", false],
  ["create-fixed-location-callout/bad", false],
])("--only %s names a case: %s", (only, expected) => {
  const id = "create-fixed-location-callout/bad-member/classification-zero";
  const found = cases.find((one) => one.id === id);
  expect(found && isNamed(found, only)).toBe(expected);
});

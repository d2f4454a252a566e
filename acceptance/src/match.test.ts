import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Json } from "./json.ts";
import { typeNames } from "./json-types.ts";
import { fixturesFolder } from "./load-cases.ts";
import { match } from "./match.ts";
import { operators } from "./operators.ts";

function fits(matcher: Json, actual: Json | undefined): boolean {
  return match(matcher, actual, { path: "body", root: actual }).length === 0;
}

const { privateKey, publicKey } = generateKeyPairSync("ed25519");
const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
const unsigned = `${encode({ alg: "EdDSA", kid: "k" })}.${encode({ sub: "demo", iat: 1000, exp: 4600 })}`;
const token = `${unsigned}.${sign(null, Buffer.from(unsigned), privateKey).toString("base64url")}`;
const key = publish(publicKey);
const otherKey = publish(generateKeyPairSync("ed25519").publicKey);

function publish(ofPair: KeyObject): Json {
  const { kty = "", crv = "", x = "" } = ofPair.export({ format: "jwk" });
  return { kty, crv, x, kid: "k" };
}

// For each operator what fits, and what looks like it and does not.
const table: readonly [matcher: Json, fitting: readonly Json[], others: readonly (Json | undefined)[]][] = [
  [1, [1], ["1", 2, true, null, undefined, [1], { value: 1 }]],
  ["1", ["1"], [1, "", null]],
  [null, [null], [0, "", false, undefined, {}]],
  [{ id: 1 }, [{ id: 1 }, { id: 1, more: 2 }], [{ id: 2 }, {}, [1], null, undefined, "id"]],
  [{ toString: { $absent: true } }, [{}], [{ toString: 1 }]],
  [[1, { $type: "string" }], [[1, "x"]], [[1], [1, "x", 2], ["x", 1], { 0: 1, 1: "x" }, null]],
  [[], [[]], [[1], {}, null]],
  [{ $type: "integer" }, [0, -5, 9007199254740991], ["1", 1.5, null, undefined, 1e300]],
  [{ $type: "number" }, [1.5, 1], ["1.5", null]],
  [{ $type: "boolean" }, [true, false], [0, "true", null]],
  [{ $type: "text" }, ["x"], ["", "  ", 1, null]],
  [{ $type: "string" }, ["", "x"], [1, null, undefined]],
  [{ $type: "object" }, [{}], [[], null, "x"]],
  [{ $type: "array" }, [[]], [{}, null]],
  [
    { $type: "instant" },
    ["2024-06-10T14:45:00Z", "2024-06-10T14:45:00.123Z"],
    ["2024-06-10T14:45:00+02:00", "2024-06-10", "2024-13-10T14:45:00Z", 1718030700],
  ],
  [{ $type: "url" }, ["https://a.example/track/x"], ["/track/x", "ftp://a.example", "https://", null]],
  [{ $absent: true }, [], [null, "", 0]],
  [{ $nullable: { $type: "integer" } }, [null, 1], [undefined, "1"]],
  [{ $equals: { id: 1 } }, [{ id: 1 }], [{ id: 1, more: 2 }, { id: "1" }, undefined]],
  [{ $not: 1 }, [2, "1", null], [1]],
  [{ $matches: "^a+$" }, ["a", "aa"], ["b", 1, null, undefined]],
  [{ $includes: "a.b" }, ["xa.bx"], ["axb", null, ["a.b"]]],
  [{ $oneOf: [1, { $type: "string" }] }, [1, "x"], [2, null]],
  [{ $between: [1, 3] }, [1, 2.5, 3], [0, 4, "2", null]],
  [{ $length: 2 }, [[1, 2], "ab"], [[1], "a", { length: 2 }, null]],
  [{ $each: { id: { $type: "integer" } } }, [[], [{ id: 1 }, { id: 2 }]], [[{ id: 1 }, {}], { id: 1 }, null]],
  [{ $contains: { id: 1 } }, [[{ id: 2 }, { id: 1 }]], [[], [{ id: 2 }], { id: 1 }, null]],
  [{ $excludes: { id: 1 } }, [[], [{ id: 2 }]], [[{ id: 1 }], {}, null]],
  [
    { $inOrder: [1, 2] },
    [
      [1, 2],
      [0, 1, 5, 2, 9],
    ],
    [[2, 1], [1], [], 12, null],
  ],
  [{ a: 1, b: { $sameAs: "a" } }, [{ a: 1, b: 1 }], [{ a: 1, b: 2 }, { a: 1 }]],
  [
    { $sameWords: "Callout 12 was not found." },
    ["Callout 9 was not found."],
    ["Callout x was not found.", "Nothing 12", null],
  ],
  [
    { $jwt: { header: { alg: "EdDSA" }, claims: { sub: "demo" }, lifetimeSeconds: 3600 } },
    [token],
    ["a.b.c", unsigned, "", null],
  ],
  [{ $verifies: token }, [{ keys: [key] }], [{ keys: [otherKey] }, { keys: [] }, {}, null]],
  [{ $type: "array", $contains: 1 }, [[1]], [[], "1"]],
];

describe.each(
  table.map(([matcher, fitting, others]) => ({
    matcher,
    fitting,
    others,
    name: JSON.stringify(matcher).slice(0, 80),
  })),
)("$name", ({ matcher, fitting, others }) => {
  test("lets in what fits", () => {
    expect(fitting.filter((value) => !fits(matcher, value))).toEqual([]);
  });
  test("refuses what does not", () => {
    expect(others.filter((value) => fits(matcher, value))).toEqual([]);
  });
});

test("every operator has its line in the table", () => {
  const tried = JSON.stringify(table.map(([matcher]) => matcher));
  expect(Object.keys(operators).filter((name) => !tried.includes(`"${name}"`))).toEqual([]);
});

test("every operator and type has its line in the fixtures' README", () => {
  const readme = readFileSync(join(fixturesFolder, "README.md"), "utf8");
  const names = [...Object.keys(operators), ...typeNames];
  expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});

test("nothing at all fits $absent", () => {
  expect(fits({ $absent: true }, undefined)).toBe(true);
});

test("any JSON value is exactly itself", () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: "binary" }), (value) => {
      const json = JSON.parse(JSON.stringify(value)) as Json;
      expect(fits({ $equals: json }, json)).toBe(true);
    }),
  );
});

test("a mismatch says where it is, what was expected and what came", () => {
  const actual = { callout: { incidents: [{ id: "7" }] } };
  const matcher = { callout: { incidents: [{ id: { $type: "integer" } }] } };
  expect(match(matcher, actual, { path: "body", root: actual })).toEqual([
    { path: "body.callout.incidents[0].id", expected: "integer", actual: '"7"' },
  ]);
});

test("a misspelt operator or type is an error, not a match", () => {
  expect(() => fits({ $typ: "integer" }, 1)).toThrow("$typ");
  expect(() => fits({ $type: "int" }, 1)).toThrow("int");
});

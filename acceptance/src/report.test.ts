import { expect, test } from "vitest";
import { loadCases } from "./load-cases.ts";
import { failureLine, reportOf, summaryOf } from "./report.ts";
import type { Failure } from "./run-case.ts";

const [first, second] = loadCases();
if (!first || !second) throw new Error("there are no fixtures");
const credentials = { clientId: "a", clientSecret: "kept to oneself" };
const target = {
  base: new URL("http://127.0.0.1:1"),
  tenants: { server: credentials, other: credentials },
  tokens: {},
  secrets: { CLIENT_SECRET: credentials.clientSecret },
};
const failure: Failure = {
  step: 2,
  note: "the second time",
  parallel: 3,
  mismatches: ["a", "b", "c", "d"].map((path) => ({ path, expected: "1", actual: "2" })),
  request: { method: "GET", path: "/x", headers: {} },
};

test("a failure is one line: the case, the step, what was expected, what came, and how to repeat it", () => {
  expect(failureLine(first, failure, target)).toBe(
    `FAIL ${first.id} (${first.title}; step 2, the second time): a: expected 1, got 2; b: expected 1, got 2; ` +
      "c: expected 1, got 2 (and 1 more) · curl -sS -i --path-as-is -X GET 'http://127.0.0.1:1/x' # 3 at once",
  );
});

test("the summary counts by operation", () => {
  const results = [
    { test: first, failure: undefined },
    { test: { ...second, operation: first.operation }, failure },
  ];
  expect(summaryOf(results)).toEqual([`${first.operation}    1 passed, 1 failed`]);
});

test("the report as data has every case with its provenance, and no secret", () => {
  const request = { method: "POST", path: "/x", headers: {}, body: Buffer.from(credentials.clientSecret) };
  const report = reportOf([{ test: first, failure: { ...failure, request } }], target);
  expect(JSON.parse(report)).toMatchObject({
    cases: [
      {
        id: first.id,
        provenance: first.provenance,
        passed: false,
        failure: expect.stringContaining("step 2"),
      },
    ],
  });
  expect(report).not.toContain(credentials.clientSecret);
});

import { expect, it } from "vitest";
import type { AcceptanceCase } from "../../../acceptance/src/load-cases.ts";
import { coveragePage } from "./coverage-page.ts";
import { findEvidence } from "./find-evidence.ts";

const endpoints = [
  { operationId: "get-place", method: "GET", path: "/places/{id}" },
  { operationId: "get-place-by-reference", method: "GET", path: "/places/ref/{reference}" },
  { operationId: "list-drafts", method: "GET", path: "/places/drafts" },
  { operationId: "create-place", method: "POST", path: "/places" },
];

function acceptanceCase(
  id: string,
  [method, path]: readonly [string, string],
  expect: AcceptanceCase["steps"][number]["expect"],
  variables: AcceptanceCase["variables"] = {},
): AcceptanceCase {
  const operation = id.split("/")[0] ?? "";
  return {
    id,
    operation,
    title: "A guarantee",
    provenance: { mark: "new", where: "contract" },
    profile: "wire",
    needs: [],
    variables,
    steps: [{ request: { method, path, auth: "server" }, expect }],
    cleanup: [],
  };
}

const found = (...cases: AcceptanceCase[]) =>
  findEvidence(cases, endpoints).map(({ operationId, status }) => `${operationId} ${status}`);

it("a request counts for the operation it calls, whatever stands for its parameters", () => {
  expect(
    found(
      acceptanceCase("get-place/found", ["GET", "/places/{{place.id}}?x=1"], { status: 200 }),
      acceptanceCase("get-place/slashes", ["GET", "//places/7/"], { status: 404 }),
      acceptanceCase("other/way", ["GET", "/places/ref/{{uri ref}}"], { status: 200 }),
    ),
  ).toEqual(["get-place 200", "get-place 404", "get-place-by-reference 200"]);
});

it("a fixed word goes before a parameter", () => {
  expect(found(acceptanceCase("a/b", ["GET", "/places/drafts"], { status: 200 }))).toEqual([
    "list-drafts 200",
  ]);
});

it("what calls no operation is left out", () => {
  expect(found(acceptanceCase("a/b", ["GET", "/track/x"], { status: 200 }))).toEqual([]);
});

it("every status that an answer may have counts, those of parallel requests and of a row's variable too", () => {
  const send = ["POST", "/places"] as const;
  expect(
    found(
      acceptanceCase("a/b", send, { statuses: { "200": 9, "201": 1 } }),
      acceptanceCase("a/c", send, { status: [400, 415] }),
      acceptanceCase(
        "a/d/row",
        ["{{method}}", "/places"],
        { status: "{{status}}" },
        { status: 409, method: "POST" },
      ),
    ),
  ).toEqual([200, 201, 400, 415, 409].map((status) => `create-place ${status}`));
});

const operation = {
  ...endpoints[3],
  operationId: "create-place",
  method: "POST",
  path: "/places",
  summary: "Create",
};
const page = (statuses: readonly number[], ...cases: AcceptanceCase[]): string =>
  coveragePage(
    [{ ...operation, statuses, tests: new Map([[201, "server/create-place/201.test.ts"]]) }],
    findEvidence(cases, endpoints),
    cases.length,
  );

it("shows fixtures by whose word they are, with how many cases, and the test", () => {
  const row = (id: string) => acceptanceCase(`create-place/made/${id}`, ["POST", "/places"], { status: 201 });
  expect(page([201], row("a"), row("b"))).toContain(
    "| 201 |  | [made](fixtures/create-place/made.json) (2) |  |  | [201.test.ts](../server/create-place/201.test.ts) |",
  );
});

it("what happens on the way to something else counts only where nothing means it", () => {
  const onTheWay = acceptanceCase("other/way", ["POST", "/places"], { status: 201 });
  const meant = acceptanceCase("create-place/made", ["POST", "/places"], { status: 201 });
  expect(page([201], onTheWay)).toContain("[other/way]");
  expect(page([201], onTheWay, meant)).not.toContain("[other/way]");
});

it("names every answer that no fixture shows", () => {
  expect(page([201, 409])).toContain("## Shown by no fixture\n\n- create-place 201: its test, ");
  expect(page([201, 409])).toContain("- create-place 409\n");
  expect(page([])).not.toContain("Shown by no fixture");
});

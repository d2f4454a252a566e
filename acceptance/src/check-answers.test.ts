import { expect, test } from "vitest";
import { checkAnswers, pick } from "./check-answers.ts";
import type { Expectation } from "./fixture.ts";
import type { HttpAnswer } from "./http-client.ts";
import type { Json } from "./json.ts";

function answer(status: number, body: Json = {}): HttpAnswer {
  const headers = { "x-request-id": "r", "content-type": "application/json", link: "l" };
  return { status, headers, body, text: JSON.stringify(body) };
}

function check(expectation: Expectation, ...answers: readonly HttpAnswer[]): readonly string[] {
  return checkAnswers(expectation, answers, { known: { id: 7 }, row: { status: [200, 201] } }).map(
    ({ path, expected, actual }) => `${path}: ${expected}, not ${actual}`,
  );
}

test("a status is one, or any of several, or what the row says", () => {
  expect(check({ status: 200 }, answer(200))).toEqual([]);
  expect(check({ status: [200, 201] }, answer(201), answer(200))).toEqual([]);
  expect(check({ status: "{{status}}" }, answer(201))).toEqual([]);
  expect(check({ status: [200, 201] }, answer(200), answer(204))).toEqual(["status: 200 or 201, not 204 {}"]);
  expect(check({ status: "{{status}}" }, answer(202))).toEqual(["status: 200 or 201, not 202 {}"]);
});

test("statuses are counted, all of them", () => {
  const three = [answer(200), answer(201), answer(200)];
  expect(check({ statuses: { 200: 2, 201: 1 } }, ...three)).toEqual([]);
  expect(check({ statuses: { 200: 1, 201: 1 } }, ...three)).toEqual([
    'statuses: exactly {"200":1,"201":1}, not {"200":2,"201":1}',
  ]);
});

test("headers, body and text of every answer are held against what is expected of them", () => {
  expect(
    check(
      { status: 200, headers: { link: "l" }, body: { id: "{{id}}" }, text: { $includes: "7" } },
      answer(200, { id: 7 }),
    ),
  ).toEqual([]);
  expect(
    check({ status: 200, body: { id: "{{id}}" } }, answer(200, { id: 7 }), answer(200, { id: 8 })),
  ).toEqual(["body.id: 7, not 8"]);
  expect(check({ status: 200, headers: { link: { $absent: true } } }, answer(200))).toEqual([
    'headers.link: nothing, not "l"',
  ]);
});

test("a path may have to be the same in every answer that succeeded", () => {
  const [one, two] = [answer(200, { id: 1 }), answer(201, { id: 2 })];
  expect(check({ status: [200, 201], same: ["body.id"] }, one, one)).toEqual([]);
  expect(check({ status: [200, 201], same: ["body.id"] }, one, two)).toEqual([
    'body.id: the same in every answer, not ["1","2"]',
  ]);
});

test("the conventions are held without a word in the fixture", () => {
  expect(check({ status: 200 }, { ...answer(200), headers: {} })).toEqual([
    "headers.x-request-id: text, not nothing",
  ]);
});

test("a capture takes from body, headers, text and status", () => {
  const read = answer(200, { callouts: [{ id: 1 }], none: null });
  const found = ["body.callouts.0.id", "body.none", "headers.link", "status", "body.other", "nothing"].map(
    (path) => pick(read, path),
  );
  expect(found).toEqual([1, null, "l", 200, undefined, undefined]);
});

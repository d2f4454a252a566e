import { breachesOf } from "./conventions.ts";
import type { Expectation } from "./fixture.ts";
import type { HttpAnswer } from "./http-client.ts";
import { type Json, member, shorten, show } from "./json.ts";
import { match } from "./match.ts";
import { type Mismatch, mismatch } from "./mismatch.ts";
import { fill, type Variables } from "./template.ts";

/**
 * Holds the answers to one step (several, when it sent the request several times at once) against what it expects.
 * @returns what did not fit; the status first, since the rest often follows from it
 * @throws UnknownVariable
 */
export function checkAnswers(
  expect: Expectation,
  answers: readonly HttpAnswer[],
  variables: Variables,
): Mismatch[] {
  return [
    ...checkStatuses(expect, answers, variables),
    ...answers.flatMap((answer) => [...checkContent(expect, answer, variables), ...breachesOf(answer)]),
    ...(expect.same ?? []).flatMap((path) => checkSame(path, answers)),
  ];
}

function checkStatuses(
  { status, statuses }: Expectation,
  answers: readonly HttpAnswer[],
  variables: Variables,
): Mismatch[] {
  if (statuses) {
    const counted = Object.groupBy(answers, (answer) => answer.status);
    const actual = Object.fromEntries(
      Object.entries(counted).map(([code, group]) => [code, group?.length ?? 0]),
    );
    return match({ $equals: statuses }, actual, { path: "statuses", root: actual });
  }
  const allowed = [fill(status ?? null, variables)].flat();
  return answers
    .filter((answer) => !allowed.includes(answer.status))
    .slice(0, 1)
    .map((answer) => ({
      path: "status",
      expected: allowed.map((code) => show(code)).join(" or "),
      actual: shorten(`${answer.status} ${answer.text}`),
    }));
}

function checkContent(expect: Expectation, answer: HttpAnswer, variables: Variables): Mismatch[] {
  const check = (matcher: Json | undefined, actual: Json | undefined, path: string): Mismatch[] =>
    matcher === undefined ? [] : match(fill(matcher, variables), actual, { path, root: actual });
  return [
    ...check(expect.headers, { ...answer.headers }, "headers"),
    ...check(expect.body, answer.body, "body"),
    ...check(expect.text, answer.text, "text"),
  ];
}

function checkSame(path: string, answers: readonly HttpAnswer[]): Mismatch[] {
  const values = answers.filter(({ status }) => status < 300).map((answer) => show(pick(answer, path)));
  const distinct = [...new Set(values)];
  return distinct.length === 1
    ? []
    : [mismatch({ path, root: undefined }, "the same in every answer", distinct)];
}

/** What a capture takes out of an answer: `body.id`, `headers.etag`, `text`, `status`. */
export function pick({ status, headers, body, text }: HttpAnswer, path: string): Json | undefined {
  return member(
    { status, headers: { ...headers }, text, ...(body === undefined ? {} : { body }) },
    path.split("."),
  );
}

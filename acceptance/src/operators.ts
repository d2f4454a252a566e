import { isDeepStrictEqual } from "node:util";
import { isObject, type Json, member, show, textOf } from "./json.ts";
import { isOfType } from "./json-types.ts";
import { decodeJwt, isSignedByOneOf } from "./jwt.ts";
import { type Match, type Mismatch, mismatch, type Place } from "./mismatch.ts";

type Operator = (operand: Json, actual: Json | undefined, place: Place, match: Match) => Mismatch[];

/** What a matcher may say beside a literal; contract/fixtures/README.md has a line for each. */
export const operators: Readonly<Record<string, Operator>> = {
  $type: holds(textOf, (type, actual) => isOfType(textOf(type), actual)),

  $absent: holds(
    () => "nothing",
    (_operand, actual) => actual === undefined,
  ),

  $equals: holds((value) => `exactly ${show(value)}`, isDeepStrictEqual),

  $matches: holds(
    (pattern) => `text like /${textOf(pattern)}/`,
    (pattern, actual) => typeof actual === "string" && new RegExp(textOf(pattern), "u").test(actual),
  ),

  $includes: holds(
    (part) => `text with ${show(part)} in it`,
    (part, actual) => typeof actual === "string" && actual.includes(textOf(part)),
  ),

  $between: holds((range) => `a number in ${show(range)}`, isBetween),

  $sameWords: holds(
    (text) => `the words of ${show(text)}, whatever the numbers`,
    (text, actual) => typeof actual === "string" && withoutNumbers(actual) === withoutNumbers(textOf(text)),
  ),

  $verifies: holds(
    () => "a key set that verifies the token",
    (token, actual) =>
      isObject(actual) && Array.isArray(actual.keys) && isSignedByOneOf(textOf(token), actual.keys),
  ),

  $nullable: (matcher, actual, place, match) => (actual === null ? [] : match(matcher, actual, place)),

  $not: (matcher, actual, place, match) =>
    match(matcher, actual, place).length > 0
      ? []
      : [mismatch(place, `anything but ${show(matcher)}`, actual)],

  $oneOf: (matchers, actual, place, match) =>
    listOf(matchers).some((matcher) => match(matcher, actual, place).length === 0)
      ? []
      : [mismatch(place, `one of ${show(matchers)}`, actual)],

  $length: (matcher, actual, place, match) => {
    if (typeof actual !== "string" && !Array.isArray(actual))
      return [mismatch(place, "text or an array", actual)];
    return match(matcher, actual.length, { ...place, path: `${place.path}.length` });
  },

  $each: (matcher, actual, place, match) => {
    if (!Array.isArray(actual)) return [mismatch(place, "an array", actual)];
    return actual.flatMap((item, index) =>
      match(matcher, item, { ...place, path: `${place.path}[${index}]` }),
    );
  },

  $contains: (matcher, actual, place, match) =>
    countOf(matcher, actual, place, match) > 0
      ? []
      : [mismatch(place, `an array with ${show(matcher)} in it`, actual)],

  $excludes: (matcher, actual, place, match) =>
    countOf(matcher, actual, place, match) === 0
      ? []
      : [mismatch(place, `an array without ${show(matcher)}`, actual)],

  $inOrder: (matchers, actual, place, match) => {
    const rest = [...listOf(matchers)];
    for (const item of Array.isArray(actual) ? actual : []) {
      if (rest[0] !== undefined && match(rest[0], item, place).length === 0) rest.shift();
    }
    return rest.length === 0
      ? []
      : [mismatch(place, `an array with, in this order, ${show(matchers)}`, actual)];
  },

  $sameAs: (path, actual, place) => {
    const other = member(place.root, textOf(path).split("."));
    if (isDeepStrictEqual(actual, other)) return [];
    return [mismatch(place, `the same as ${textOf(path)}, ${show(other)}`, actual)];
  },

  $jwt: (matcher, actual, place, match) => {
    const token = typeof actual === "string" ? decodeJwt(actual) : undefined;
    if (!token) return [mismatch(place, "a JSON Web Token", actual)];
    return match(matcher, token, { path: `${place.path} (decoded)`, root: token });
  },
};

/** An operator that holds or does not, and can say what it would have had. */
function holds(
  expected: (operand: Json) => string,
  test: (operand: Json, actual: Json | undefined) => boolean,
): Operator {
  return (operand, actual, place) =>
    test(operand, actual) ? [] : [mismatch(place, expected(operand), actual)];
}

function listOf(value: Json): readonly Json[] {
  return Array.isArray(value) ? value : [value];
}

/** How many items fit; -1, which is neither some nor none, for what is no array. */
function countOf(matcher: Json, actual: Json | undefined, place: Place, match: Match): number {
  if (!Array.isArray(actual)) return -1;
  return actual.filter((item) => match(matcher, item, place).length === 0).length;
}

function isBetween(range: Json, actual: Json | undefined): boolean {
  const [low, high] = listOf(range).map(Number);
  return typeof actual === "number" && actual >= Number(low) && actual <= Number(high);
}

function withoutNumbers(text: string): string {
  return text.replaceAll(/\d+/g, "#");
}

import { isDeepStrictEqual } from "node:util";
import { type Json, isObject, member, show } from "./json.ts";
import { decodeJwt, isSignedByOneOf } from "./jwt.ts";
import { type Mismatch, match, mismatch, type Place } from "./match.ts";
import { isOfType } from "./types.ts";

type Operator = (operand: Json, actual: Json | undefined, place: Place) => Mismatch[];

/** An operator that holds or not, and says what it would have had. */
function holds(expected: (operand: Json) => string, test: (operand: Json, actual: Json | undefined) => boolean): Operator {
  return (operand, actual, place) => (test(operand, actual) ? [] : [mismatch(place, expected(operand), actual)]);
}

function isMatch(matcher: Json, actual: Json | undefined, place: Place): boolean {
  return match(matcher, actual, place).length === 0;
}

/** What a matcher may say beside a literal. Each line of the table in contract/fixtures/README.md is one of these. */
export const operators: Readonly<Record<string, Operator>> = {
  $type: holds((type) => `${String(type)}`, (type, actual) => isOfType(String(type), actual)),

  $absent: holds(() => "nothing", (_operand, actual) => actual === undefined),

  $nullable: (matcher, actual, place) => (actual === null ? [] : match(matcher, actual, place)),

  $equals: holds((value) => `exactly ${show(value)}`, (value, actual) => isDeepStrictEqual(value, actual)),

  $not: (matcher, actual, place) =>
    isMatch(matcher, actual, place) ? [mismatch(place, `anything but ${show(matcher)}`, actual)] : [],

  $matches: holds(
    (pattern) => `text like /${String(pattern)}/`,
    (pattern, actual) => typeof actual === "string" && new RegExp(String(pattern), "u").test(actual),
  ),

  $includes: holds(
    (part) => `text with ${show(part)} in it`,
    (part, actual) => typeof actual === "string" && actual.includes(String(part)),
  ),

  $oneOf: (matchers, actual, place) =>
    listOf(matchers).some((matcher) => isMatch(matcher, actual, place))
      ? []
      : [mismatch(place, `one of ${show(matchers)}`, actual)],

  $between: holds(
    (range) => `a number between ${show(range)}`,
    (range, actual) => {
      const [low, high] = listOf(range).map(Number);
      return typeof actual === "number" && actual >= Number(low) && actual <= Number(high);
    },
  ),

  $length: (matcher, actual, place) => {
    if (typeof actual !== "string" && !Array.isArray(actual)) return [mismatch(place, "text or an array", actual)];
    return match(matcher, actual.length, { ...place, path: `${place.path}.length` });
  },

  $each: (matcher, actual, place) => {
    if (!Array.isArray(actual)) return [mismatch(place, "an array", actual)];
    return actual.flatMap((item, index) => match(matcher, item, { ...place, path: `${place.path}[${index}]` }));
  },

  $contains: (matcher, actual, place) =>
    Array.isArray(actual) && actual.some((item) => isMatch(matcher, item, place))
      ? []
      : [mismatch(place, `an array with ${show(matcher)} in it`, actual)],

  $excludes: (matcher, actual, place) =>
    Array.isArray(actual) && !actual.some((item) => isMatch(matcher, item, place))
      ? []
      : [mismatch(place, `an array without ${show(matcher)}`, actual)],

  $inOrder: (matchers, actual, place) =>
    Array.isArray(actual) && areInOrder(listOf(matchers), actual, place)
      ? []
      : [mismatch(place, `an array with, in this order, ${show(matchers)}`, actual)],

  $sameAs: (path, actual, place) => {
    const other = member(place.root, String(path).split("."));
    return isDeepStrictEqual(actual, other) ? [] : [mismatch(place, `the same as ${String(path)}, ${show(other)}`, actual)];
  },

  $sameWords: holds(
    (text) => `the words of ${show(text)}, whatever the numbers`,
    (text, actual) => typeof actual === "string" && withoutNumbers(actual) === withoutNumbers(String(text)),
  ),

  $jwt: (matcher, actual, place) => {
    const token = typeof actual === "string" ? decodeJwt(actual) : undefined;
    if (!token) return [mismatch(place, "a JSON Web Token", actual)];
    return match(matcher, token, { path: `${place.path} (decoded)`, root: token });
  },

  $verifies: holds(
    () => "a key set that verifies the token",
    (token, actual) => isObject(actual) && Array.isArray(actual.keys) && isSignedByOneOf(String(token), actual.keys),
  ),
};

function listOf(value: Json): readonly Json[] {
  return Array.isArray(value) ? value : [value];
}

function areInOrder(matchers: readonly Json[], items: readonly Json[], place: Place): boolean {
  let next = 0;
  for (const item of items) {
    const matcher = matchers[next];
    if (matcher !== undefined && isMatch(matcher, item, place)) next += 1;
  }
  return next === matchers.length;
}

function withoutNumbers(text: string): string {
  return text.replaceAll(/\d+/g, "#");
}

import { isDeepStrictEqual } from "node:util";
import { isObject, type Json, type JsonObject, show } from "./json.ts";
import { type Mismatch, mismatch, type Place } from "./mismatch.ts";
import { operators } from "./operators.ts";

/**
 * Holds a value against what a fixture expects of it.
 * - a literal: the same value of the same type
 * - an object: each of its members matches; others may be there (newer servers add members)
 * - an array: as many items, each matches
 * - an object of `$operators`: all of them hold (operators.ts)
 * @returns what did not fit; empty when all did
 */
export function match(expected: Json, actual: Json | undefined, place: Place): Mismatch[] {
  if (Array.isArray(expected)) return matchArray(expected, actual, place);
  if (isObject(expected)) {
    return isOperation(expected)
      ? applyOperators(expected, actual, place)
      : matchObject(expected, actual, place);
  }
  return isDeepStrictEqual(expected, actual) ? [] : [mismatch(place, show(expected), actual)];
}

/** Whether the members of an object are operators; a mixture is refused when the fixture is read. */
export function isOperation(expected: JsonObject): boolean {
  return Object.keys(expected).some((name) => name.startsWith("$"));
}

function applyOperators(expected: JsonObject, actual: Json | undefined, place: Place): Mismatch[] {
  return Object.entries(expected).flatMap(([name, operand]) => {
    const operator = operators[name];
    if (!operator) throw new Error(`there is no matcher ${name}`);
    return operator(operand, actual, place, match);
  });
}

function matchObject(expected: JsonObject, actual: Json | undefined, place: Place): Mismatch[] {
  if (!isObject(actual)) return [mismatch(place, "an object", actual)];
  return Object.entries(expected).flatMap(([name, matcher]) => {
    const value = Object.hasOwn(actual, name) ? actual[name] : undefined;
    return match(matcher, value, { ...place, path: `${place.path}.${name}` });
  });
}

function matchArray(expected: readonly Json[], actual: Json | undefined, place: Place): Mismatch[] {
  if (!Array.isArray(actual)) return [mismatch(place, "an array", actual)];
  if (actual.length !== expected.length) {
    return [mismatch(place, `an array of ${expected.length}, not of ${actual.length}`, actual)];
  }
  return expected.flatMap((matcher, index) =>
    match(matcher, actual[index], { ...place, path: `${place.path}[${index}]` }),
  );
}

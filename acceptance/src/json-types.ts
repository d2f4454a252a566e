import { isObject, type Json } from "./json.ts";

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

const tests: Readonly<Record<string, (value: Json | undefined) => boolean>> = {
  string: (value) => typeof value === "string",
  text: (value) => typeof value === "string" && value.trim() !== "",
  boolean: (value) => typeof value === "boolean",
  number: (value) => typeof value === "number",
  integer: (value) => Number.isSafeInteger(value),
  object: isObject,
  array: Array.isArray,
  /** ISO 8601 in UTC, ending in `Z`, and a day of the calendar. */
  instant: (value) => typeof value === "string" && instant.test(value) && !Number.isNaN(Date.parse(value)),
  /** An absolute http(s) address. */
  url: (value) => typeof value === "string" && /^https?:\/\//.test(value) && URL.canParse(value),
};

/** The names that `$type` knows. */
export const typeNames: readonly string[] = Object.keys(tests);

export function isOfType(name: string, value: Json | undefined): boolean {
  const test = tests[name];
  if (!test) throw new Error(`there is no type ${name}; there are ${typeNames.join(", ")}`);
  return test(value);
}

/** A value as JSON knows it. */
export type Json = string | number | boolean | null | Json[] | JsonObject;
export type JsonObject = { [member: string]: Json };

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value, or undefined when the text is no JSON. */
export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/**
 * Walks to a member: `callout.incidentInformation.0.id`. Only own members count, so that `constructor` finds nothing.
 * @returns undefined when there is none
 */
export function member(value: Json | undefined, path: readonly string[]): Json | undefined {
  let found = value;
  for (const step of path) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, step)) return undefined;
    found = (found as JsonObject)[step];
  }
  return found;
}

/** A text as it is, anything else as JSON. */
export function textOf(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Short enough for a line of a report. */
export function show(value: Json | undefined): string {
  return shorten(value === undefined ? "nothing" : JSON.stringify(value));
}

const maxShown = 160;

/** A text cut to what fits on a line, with how much there was. */
export function shorten(text: string): string {
  return text.length <= maxShown ? text : `${text.slice(0, maxShown)}… (${text.length} characters)`;
}

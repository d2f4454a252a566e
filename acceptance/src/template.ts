import { isObject, type Json, member, textOf } from "./json.ts";

/** What a case can name. */
export interface Variables {
  /** Said by the runner or captured from an answer: data, never looked into for braces. */
  readonly known: Record<string, Json>;
  /** The case's row of the fixture's table; it may name what is known, also what is captured later. */
  readonly row: Readonly<Record<string, Json>>;
}

/** What stands in braces: a name, a path into a captured object, or a filter before one of these. */
const placeholder = /\{\{(?:(\w+) )?([\w.-]+)\}\}/g;
const wholePlaceholder = /^\{\{([\w.-]+)\}\}$/;

/** A fixture names something that is not there (any more, or yet). */
export class UnknownVariable extends Error {
  override readonly name = "UnknownVariable";
}

/**
 * Fills the `{{variables}}` of a value, in the names of members too. A text that is nothing but `{{name}}` becomes the variable's value with its
 * type; inside a longer text the value is written out.
 * @throws UnknownVariable
 */
export function fill(value: Json, variables: Variables): Json {
  if (typeof value === "string") {
    const name = wholePlaceholder.exec(value)?.[1];
    return name === undefined ? fillText(value, variables) : lookUp(name, variables);
  }
  if (Array.isArray(value)) return value.map((item) => fill(item, variables));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [fillText(name, variables), fill(item, variables)]),
  );
}

/**
 * Fills a text that stays a text: a path, a header, a raw body.
 * @throws UnknownVariable
 */
export function fillText(text: string, variables: Variables): string {
  return text.replaceAll(placeholder, (_whole, filter: string | undefined, name: string) => {
    const written = textOf(lookUp(name, variables));
    return filter === undefined ? written : applyFilter(filter, written);
  });
}

function lookUp(name: string, variables: Variables): Json {
  const path = name.split(".");
  const known = member(variables.known, path);
  if (known !== undefined) return known;
  const inRow = member(variables.row, path);
  if (inRow !== undefined) return fill(inRow, variables);
  throw new UnknownVariable(`there is no {{${name}}}`);
}

const filters: Readonly<Record<string, (text: string) => string>> = {
  /** Percent-encoded, for one segment of a path or one value of a query. */
  uri: encodeURIComponent,
  /** The path and query of an absolute address: fixtures ask the base URL, whatever the server calls itself. */
  pathOf: (address) => {
    const { pathname, search } = new URL(address);
    return pathname + search;
  },
  /** The path and query of the next page, out of a Link header. */
  nextOf: (link) => {
    const address = /<([^>]+)>\s*;\s*rel="?next"?/.exec(link)?.[1];
    if (address === undefined) throw new UnknownVariable(`there is no rel="next" in ${link}`);
    const { pathname, search } = new URL(address, "http://relative.invalid");
    return pathname + search;
  },
  base64: (text) => Buffer.from(text).toString("base64"),
};

function applyFilter(name: string, text: string): string {
  const filter = filters[name];
  if (!filter)
    throw new UnknownVariable(`there is no filter ${name}; there are ${Object.keys(filters).join(", ")}`);
  return filter(text);
}

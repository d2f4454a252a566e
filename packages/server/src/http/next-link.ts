import { writeCursor } from "@tocsin/wire";

/** A query parameter as it was asked for; null and undefined: it was not. */
type Parameters = Readonly<Record<string, string | number | null | undefined>>;

/** The Link header of a page with more behind it (RFC 8288): the same question, from the next row on. */
export function nextLink(url: string, asked: Parameters, afterId: number): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) {
    if (value !== null && value !== undefined) parameters.set(name, String(value));
  }
  parameters.set("cursor", writeCursor(afterId));
  return `<${url}?${parameters.toString()}>; rel="next"`;
}

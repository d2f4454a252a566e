import type { Report } from "./types.ts";

/** What can be drawn of a report: the document to be filed, or the map alone. */
export type Drawing = "pdf" | "map";

/** One message to the drawing thread. */
export interface DrawRequest {
  readonly id: number;
  readonly drawing: Drawing;
  readonly report: string;
}

/** And its answer: the bytes, or why there are none. */
export type DrawAnswer =
  | { readonly id: number; readonly bytes: Uint8Array }
  | { readonly id: number; readonly error: string };

/** A report as text: instants can't be handed to another thread as they are. */
export function packReport(report: Report): string {
  return JSON.stringify(report);
}

export function unpackReport(text: string): Report {
  return JSON.parse(text, (key, value: unknown) =>
    typeof value === "string" && /(^at|At)$/.test(key) ? Temporal.Instant.from(value) : value,
  ) as Report;
}

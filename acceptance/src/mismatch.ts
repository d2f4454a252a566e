import { type Json, show } from "./json.ts";

export interface Mismatch {
  /** Where: `body.callout.id`. */
  readonly path: string;
  readonly expected: string;
  readonly actual: string;
}

/** The place a matcher looks at, and the whole answer around it. */
export interface Place {
  readonly path: string;
  readonly root: Json | undefined;
}

/** Holds a value against a matcher; empty when it fits. */
export type Match = (matcher: Json, actual: Json | undefined, place: Place) => Mismatch[];

export function mismatch({ path }: Place, expected: string, actual: Json | undefined): Mismatch {
  return { path, expected, actual: show(actual) };
}

import type { Point } from "@tocsin/domain";

/** Somebody to be played. */
export interface SimulatedPerson {
  readonly login: string;
  readonly pin: string;
  /** Where they wait. */
  readonly home: Point;
}

/** Numbers in [0, 1). */
export type Chance = () => number;

/** The world outside, to be replaced in tests. Times in milliseconds since 1970. */
export interface World {
  readonly now: () => number;
  /** Resolves early when the signal says so; never rejects. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly fetch: typeof fetch;
}

/** What a responder does next. */
export type Act =
  | { readonly kind: "goOnDuty" }
  | { readonly kind: "report"; readonly position: Point }
  | { readonly kind: "accept" | "decline"; readonly offerId: number }
  | { readonly kind: "arrive" | "complete"; readonly assignmentId: number };

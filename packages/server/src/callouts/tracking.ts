import { createHash, timingSafeEqual } from "node:crypto";
import type { CalloutFacts } from "./types.ts";

/** What the last segment of a tracking page's address says. */
export interface TrackingAddress {
  readonly customerSourceId: number;
  readonly calloutId: number;
  /** 128 random bits: knowing the ids is not enough. */
  readonly token: string;
}

/** The path of a callout's tracking page: tenant and callout in base 36 to find it, the token to be let in. */
export function trackingPath(callout: CalloutFacts): string {
  return `/track/${callout.customerSourceId.toString(36)}-${callout.id.toString(36)}-${callout.trackingToken}`;
}

/** Reads the last segment of {@link trackingPath}; undefined when it can't be one. */
export function readTrackingPath(segment: string): TrackingAddress | undefined {
  const match = /^([0-9a-z]{1,10})-([0-9a-z]{1,10})-([\w-]{22})$/.exec(segment);
  if (!match) return undefined;
  const [, source = "", callout = "", token = ""] = match;
  return { customerSourceId: Number.parseInt(source, 36), calloutId: Number.parseInt(callout, 36), token };
}

/** Compares in constant time. */
export function sameToken(expected: string, given: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(expected), digest(given));
}

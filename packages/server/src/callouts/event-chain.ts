import { createHash } from "node:crypto";
import type { TimelineEntry } from "@tocsin/domain";

/** A timeline entry with its place in the callout's chain. */
export interface ChainedEntry extends TimelineEntry {
  readonly sequence: number;
  readonly at: Temporal.Instant;
  /** SHA-256 over the hash before and this entry, so that no stored byte can change unseen. */
  readonly hash: Buffer;
}

/** Where a callout's chain starts: bound to the callout by its tracking token, which exists before its id does. */
export function genesis(trackingToken: string): Buffer {
  return sha256(Buffer.from(`tocsin callout ${trackingToken}`));
}

/** Gives entries their sequence numbers and hashes, continuing after `last`. */
export function chain(
  last: { readonly sequence: number; readonly hash: Buffer },
  entries: readonly TimelineEntry[],
  at: Temporal.Instant,
): ChainedEntry[] {
  let { sequence, hash } = last;
  return entries.map((entry) => {
    sequence += 1;
    hash = entryHash(hash, { ...entry, sequence, at });
    return { ...entry, sequence, at, hash };
  });
}

/** The hash an entry must have, given the one before it. */
export function entryHash(before: Buffer, entry: Omit<ChainedEntry, "hash">): Buffer {
  const { sequence, at, actor, kind, body } = entry;
  const sorted = Object.entries(body).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify([
    sequence,
    at.toString({ fractionalSecondDigits: 3 }),
    actor.kind,
    actor.id,
    actor.name,
    kind,
    sorted,
  ]);
  return sha256(before, Buffer.from(text));
}

function sha256(...parts: readonly Buffer[]): Buffer {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
}

import { entryHash, genesis } from "./event-chain.ts";
import type { TimelineLine } from "./timeline-store.ts";

/** A line as it is stored, and whether its body is written as we write it. */
export interface StoredLine extends Omit<TimelineLine, "responderName"> {
  readonly isBodyAsWritten: boolean;
}

/** What the callout itself says of its timeline. */
export interface ChainEnds {
  readonly trackingToken: string;
  readonly sequence: number;
  readonly lastHash: Buffer;
}

export interface ChainFault {
  /** The line; the last one plus one where something behind the end is wrong. */
  readonly sequence: number;
  readonly fault: string;
}

/**
 * Recomputes a chain from the stored lines, in the order of their sequence. Each line is held against the hash that is stored
 * before it, so one changed line is one fault, and what follows is judged by itself.
 * @returns every fault; none means that nothing was changed, taken out, added or moved
 */
export function verifyChain(ends: ChainEnds, lines: readonly StoredLine[]): ChainFault[] {
  const faults: ChainFault[] = [];
  let before = genesis(ends.trackingToken);
  let expected = 1;
  let lastId = 0;
  for (const line of lines) {
    const tell = (fault: string): void => void faults.push({ sequence: line.sequence, fault });
    if (line.sequence !== expected) tell(`stands where entry ${expected} should stand`);
    if (line.id <= lastId) tell("bears an id that is not above the one before it");
    if (!entryHash(before, line).equals(line.hash)) tell("does not fit its hash and the entry before it");
    if (hasMoreThanMilliseconds(line.at)) tell("bears a time that is finer than milliseconds");
    if (!line.isBodyAsWritten) tell("has a body that is not written as it was stored");
    before = line.hash;
    expected = line.sequence + 1;
    lastId = line.id;
  }
  const last = expected - 1;
  if (last !== ends.sequence)
    faults.push({ sequence: last + 1, fault: `should be followed up to entry ${ends.sequence}` });
  if (!before.equals(ends.lastHash))
    faults.push({ sequence: last, fault: "is not the end that the callout itself knows" });
  return faults;
}

/** The hash covers milliseconds, which is what we ever write; the column could hold more. */
function hasMoreThanMilliseconds({ epochMilliseconds, epochNanoseconds }: Temporal.Instant): boolean {
  return BigInt(epochMilliseconds) * 1_000_000n !== epochNanoseconds;
}

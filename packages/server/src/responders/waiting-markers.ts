import type { ResponderFix } from "./types.ts";

/** The newest fix of each responder that is not on disk yet, longest waiting first. */
export interface WaitingMarkers {
  readonly size: number;
  add(fix: ResponderFix): void;
  /** Takes those of `urgent` and then, in their order, so many others. */
  take(urgent: Iterable<number>, others: number): ResponderFix[];
  /** What could not be written waits again, unless something newer came meanwhile. */
  putBack(fixes: readonly ResponderFix[]): void;
}

export function createWaitingMarkers(): WaitingMarkers {
  const waiting = new Map<number, ResponderFix>();

  function* takeSome(ids: Iterable<number>): Generator<ResponderFix> {
    for (const id of ids) {
      const fix = waiting.get(id);
      if (!fix) continue;
      waiting.delete(id);
      yield fix;
    }
  }

  return {
    get size() {
      return waiting.size;
    },
    // one that waits already keeps its place, so that whoever sends the most does not wait the longest
    add: (fix) => void waiting.set(fix.responderId, fix),
    take: (urgent, others) => [
      ...takeSome(urgent),
      ...takeSome(waiting.keys().take(Math.min(others, waiting.size))),
    ],
    putBack(fixes) {
      for (const fix of fixes) if (!waiting.has(fix.responderId)) waiting.set(fix.responderId, fix);
    },
  };
}

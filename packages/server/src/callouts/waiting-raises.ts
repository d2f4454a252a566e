import { foldKey, type PreparedRaise } from "./raise-statement.ts";
import type { RaiseOutcome } from "./types.ts";

/** More in one statement gains nothing (docs/decisions: raises commit together). */
const largestBatch = 64;

export interface WaitingRaise {
  readonly raise: PreparedRaise;
  readonly resolve: (outcome: RaiseOutcome) => void;
  readonly reject: (error: unknown) => void;
}

/** Raises for one fold key, oldest first: the first goes into the batch, the others fold into its callout. */
export type RaiseGroup = [WaitingRaise, ...WaitingRaise[]];

/** What waits for the next statement. */
export class WaitingRaises {
  #groups = new Map<string, RaiseGroup>();

  get isEmpty(): boolean {
    return this.#groups.size === 0;
  }

  add(waiting: WaitingRaise): void {
    const key = foldKey(waiting.raise.command);
    const group = this.#groups.get(key);
    if (group) group.push(waiting);
    else this.#groups.set(key, [waiting]);
  }

  /** The groups that waited longest, at most a batch of them. */
  takeBatch(): RaiseGroup[] {
    const batch: RaiseGroup[] = [];
    for (const [key, group] of this.#groups) {
      if (batch.length === largestBatch) break;
      batch.push(group);
      this.#groups.delete(key);
    }
    return batch;
  }
}

export function isGroup(waiting: WaitingRaise[]): waiting is RaiseGroup {
  return waiting.length > 0;
}

import type { PreparedRaise } from "./prepare-raise.ts";
import type { RaiseLane } from "./raise-lane.ts";
import type { AnyRaise, RaiseOutcome } from "./types.ts";

/** More in one statement gains nothing (docs/decisions: raises commit together). */
const largestBatch = 64;

export interface WaitingRaise<Command extends AnyRaise> {
  readonly raise: PreparedRaise<Command>;
  readonly resolve: (outcome: RaiseOutcome) => void;
  readonly reject: (error: unknown) => void;
}

/** Raises for one fold key, oldest first: the first goes into the batch, the others fold into its callout. */
export type RaiseGroup<Command extends AnyRaise> = [WaitingRaise<Command>, ...WaitingRaise<Command>[]];

/** What waits for the next statement. */
export class WaitingRaises<Command extends AnyRaise> {
  readonly #lane: RaiseLane<Command>;
  readonly #groups = new Map<string, RaiseGroup<Command>>();

  constructor(lane: RaiseLane<Command>) {
    this.#lane = lane;
  }

  get isEmpty(): boolean {
    return this.#groups.size === 0;
  }

  add(waiting: WaitingRaise<Command>): void {
    const key = this.#lane.foldKey(waiting.raise);
    const group = this.#groups.get(key);
    if (group) group.push(waiting);
    else this.#groups.set(key, [waiting]);
  }

  /** The groups that waited longest, at most a batch of them. */
  takeBatch(): RaiseGroup<Command>[] {
    const batch: RaiseGroup<Command>[] = [];
    for (const [key, group] of this.#groups) {
      if (batch.length === largestBatch) break;
      batch.push(group);
      this.#groups.delete(key);
    }
    return batch;
  }
}

export function isGroup<Command extends AnyRaise>(
  waiting: WaitingRaise<Command>[],
): waiting is RaiseGroup<Command> {
  return waiting.length > 0;
}

/** The best few of many by a measure. */
export interface Nearest<Candidate> {
  offer(candidate: Candidate, measure: number): void;
  /** Whatever measures more than this is none of them: infinite until there are as many as wanted. */
  worst(): number;
  clear(): void;
  /** Sorted, best first, equals by id. */
  all(): Candidate[];
}

/**
 * Kept sorted by insertion: for a few that is quicker than a heap.
 * @param accepts asked only about those that would be among the best
 */
export function createNearest<Candidate extends { readonly id: number }>(
  count: number,
  accepts: (candidate: Candidate) => boolean,
): Nearest<Candidate> {
  const best: Candidate[] = [];
  const measures: number[] = [];

  function comesBefore({ id }: Candidate, measure: number, index: number): boolean {
    const other = measures[index] ?? Infinity;
    return measure < other || (measure === other && id < (best[index]?.id ?? Infinity));
  }

  /** Those behind `place` move up by one; the last falls out when there are enough. */
  function insert(candidate: Candidate, measure: number, place: number): void {
    let moving = candidate;
    let itsMeasure = measure;
    for (let index = place; index < count; index++) {
      const next = best[index];
      const nextMeasure = measures[index];
      best[index] = moving;
      measures[index] = itsMeasure;
      if (next === undefined || nextMeasure === undefined) return;
      moving = next;
      itsMeasure = nextMeasure;
    }
  }

  return {
    offer(candidate, measure) {
      let place = best.length;
      while (place > 0 && comesBefore(candidate, measure, place - 1)) place--;
      if (place < count && accepts(candidate)) insert(candidate, measure, place);
    },
    worst: () => (best.length < count ? Infinity : (measures[count - 1] ?? Infinity)),
    clear() {
      best.length = 0;
      measures.length = 0;
    },
    all: () => best,
  };
}

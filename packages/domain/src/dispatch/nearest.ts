/** The best few of many by a measure. */
export interface Nearest<Item> {
  /** Sorted, best first. */
  readonly items: readonly Item[];
  offer(item: Item, measure: number): void;
  /** As many as wanted, and all of them nearer than `measure`. */
  isFullWithin(measure: number): boolean;
  clear(): void;
}

/**
 * Kept sorted by insertion: for a few that is quicker than a heap.
 * @param accepts asked only about those that would be among the best
 */
export function createNearest<Item extends { readonly id: number }>(
  count: number,
  accepts: (item: Item) => boolean,
): Nearest<Item> {
  const items: Item[] = [];
  const measures: number[] = [];

  function comesBefore({ id }: Item, measure: number, index: number): boolean {
    const other = measures[index] ?? Infinity;
    return measure < other || (measure === other && id < (items[index]?.id ?? Infinity));
  }

  return {
    items,
    offer(item, measure) {
      let place = items.length;
      while (place > 0 && comesBefore(item, measure, place - 1)) place--;
      if (place >= count || !accepts(item)) return;
      items.splice(place, 0, item);
      measures.splice(place, 0, measure);
      if (items.length <= count) return;
      items.pop();
      measures.pop();
    },
    isFullWithin: (measure) => items.length >= count && (measures[count - 1] ?? -1) < measure,
    clear() {
      items.length = 0;
      measures.length = 0;
    },
  };
}

/** The best few of many by a measure, kept sorted; few enough that insertion beats a heap. */
export class Nearest<Item extends { readonly id: number }> {
  readonly #items: Item[] = [];
  readonly #measures: number[] = [];
  readonly #count: number;
  readonly #accepts: (item: Item) => boolean;

  /** @param accepts asked only about those that would be among the best */
  constructor(count: number, accepts: (item: Item) => boolean) {
    this.#count = count;
    this.#accepts = accepts;
  }

  get items(): readonly Item[] {
    return this.#items;
  }

  offer(item: Item, measure: number): void {
    let place = this.#items.length;
    while (place > 0 && this.#comesBefore(item, measure, place - 1)) place--;
    if (place >= this.#count || !this.#accepts(item)) return;
    this.#items.splice(place, 0, item);
    this.#measures.splice(place, 0, measure);
    if (this.#items.length > this.#count) {
      this.#items.pop();
      this.#measures.pop();
    }
  }

  /** As many as wanted, and none further than `measure`. */
  isFullWithin(measure: number): boolean {
    if (this.#items.length < this.#count) return false;
    return this.#count === 0 || (this.#measures[this.#count - 1] ?? Infinity) < measure;
  }

  clear(): void {
    this.#items.length = 0;
    this.#measures.length = 0;
  }

  #comesBefore({ id }: Item, measure: number, index: number): boolean {
    const other = this.#measures[index] ?? Infinity;
    return measure < other || (measure === other && id < (this.#items[index]?.id ?? Infinity));
  }
}

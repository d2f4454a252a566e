import { mostErrors, type RowError } from "./types.ts";

/** What is wrong with a file: the first errors by row, and how many there are. */
export class ImportErrors {
  readonly #first: RowError[] = [];
  #count = 0;

  /** @param count how many there are, when these are only the first of them */
  add(errors: readonly RowError[], count = errors.length): void {
    this.#count += count;
    this.#first.push(...errors.slice(0, mostErrors));
    this.#first.sort((one, other) => one.row - other.row);
    this.#first.splice(mostErrors);
  }

  get count(): number {
    return this.#count;
  }

  get first(): readonly RowError[] {
    return this.#first;
  }
}

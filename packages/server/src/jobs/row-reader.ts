import { describeIssues, fixedLocationRow } from "@tocsin/wire";
import { packRows } from "../locations/imports/pack-rows.ts";
import type { FileHeader, FilePart, FileRow, RowError } from "../locations/index.ts";
import { type ReadHeader, readHeader } from "./read-header.ts";

/** As many are taken together. */
const partRows = 100;
export interface RowLimits {
  readonly rows: number;
  /** Each is hashed slowly on purpose. */
  readonly duressCodes: number;
  /** Whoever makes so many mistakes does not look at more of them. */
  readonly errors: number;
}

const usualLimits: RowLimits = { rows: 500_000, duressCodes: 1_000, errors: 10_000 };

/** Turns rows of cells into rows of places, and counts. */
export class RowReader {
  #header: ReadHeader | null = null;
  #rows: FileRow[] = [];
  #errors: RowError[] = [];
  /** With the header, and with what is blank. */
  #row = 0;
  #rowsRead = 0;
  #duressCodes = 0;
  #errorCount = 0;
  readonly #limits: RowLimits;
  isOver = false;

  constructor(limits: RowLimits = usualLimits) {
    this.#limits = limits;
  }

  get isFull(): boolean {
    return this.#rows.length + this.#errors.length >= partRows;
  }

  read(cells: readonly string[]): void {
    if (this.isOver) return;
    this.#row++;
    if (!this.#header) this.#readHeader(cells);
    else if (cells.length > 1 || cells[0] !== "") this.#readRow(this.#header, cells);
  }

  /** What is wrong with the row that comes next, beyond which the file cannot be read; null: nothing. */
  note(problem: string | null): void {
    if (problem === null || this.isOver) return;
    this.#refuse({ row: this.#row + 1, field: "row", message: problem });
    this.isOver = true;
  }

  end(): void {
    if (this.#header || this.isOver) return;
    this.#refuse({
      row: 1,
      field: "locations",
      message: "must have a header row with the names of its columns",
    });
  }

  take(): FilePart {
    const { columns = new Set(), ignored = [] }: Partial<FileHeader> = this.#header ?? {};
    const part = {
      rows: packRows(this.#rows),
      errors: this.#errors,
      rowsRead: this.#rowsRead,
      header: { columns, ignored },
    };
    this.#rows = [];
    this.#errors = [];
    return part;
  }

  #refuse(...errors: readonly RowError[]): void {
    this.#errors.push(...errors);
    this.#errorCount += errors.length;
    if (this.#errorCount < this.#limits.errors || this.isOver) return;
    this.isOver = true;
    this.#errors.push({
      row: this.#row,
      field: "locations",
      message: "has so many errors that the rest was not read",
    });
  }

  #readHeader(cells: readonly string[]): void {
    const header = readHeader(cells);
    if (header.errors.length > 0) this.isOver = true;
    this.#refuse(...header.errors);
    this.#header = header;
  }

  #readRow(header: ReadHeader, cells: readonly string[]): void {
    const row = this.#row;
    this.#rowsRead++;
    if (this.#rowsRead > this.#limits.rows) {
      this.#refuse({ row, field: "locations", message: `must have at most ${this.#limits.rows} rows` });
      this.isOver = true;
    } else if (cells.length === header.width) this.#check(row, header.members(cells));
    else {
      const message = `has ${cells.length} cells, and the header has ${header.width}`;
      this.#refuse({ row, field: "row", message });
    }
  }

  #check(row: number, members: Readonly<Record<string, string>>): void {
    const read = fixedLocationRow.safeParse(members, { reportInput: true });
    if (!read.success) {
      this.#refuse(...describeIssues(read.error.issues).map((issue) => ({ row, ...issue })));
      return;
    }
    if (read.data.duressCode !== null && ++this.#duressCodes > this.#limits.duressCodes) {
      const message = `must be in at most ${this.#limits.duressCodes} rows of a file; without the column places keep theirs`;
      this.#refuse({ row, field: "duressCode", message });
      return;
    }
    this.#rows.push({ row, ...read.data });
  }
}

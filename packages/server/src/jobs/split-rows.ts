import { CsvError, parse } from "csv-parse";

/** In characters; more is a quotation mark that nobody closed. */
const longestRow = 2 * 1024 * 1024;

/** What the parser finds wrong, in words for whoever wrote the file. */
const problems: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: "a quotation mark is opened here and never closed",
  CSV_INVALID_CLOSING_QUOTE:
    "after a closing quotation mark there must be the delimiter or the end of the row; a mark inside a cell is written twice",
  INVALID_OPENING_QUOTE:
    "a cell with a quotation mark in it must be in quotation marks as a whole, and each mark in it written twice",
  CSV_MAX_RECORD_SIZE: `a row must be at most ${longestRow} characters long; perhaps a quotation mark is never closed`,
};

/** Splits text into rows of cells. Both give what is wrong with the row that comes next, after which there is no other; or null. */
export interface RowSplitter {
  write(text: string): Promise<string | null>;
  end(): Promise<string | null>;
}

/** @param take hears of each row at once, so that none is lost when a later one is wrong */
export function splitRows(delimiter: string, take: (cells: readonly string[]) => void): RowSplitter {
  const parser = parse({
    delimiter,
    relax_column_count: true,
    record_delimiter: ["\r\n", "\n", "\r"],
    max_record_size: longestRow,
    on_record(cells: string[]) {
      take(cells);
      return undefined;
    },
  });
  // the callbacks below are told the same
  parser.on("error", () => undefined).resume();
  const settle = (work: (done: (error?: Error | null) => void) => void): Promise<string | null> =>
    new Promise((resolve, reject) => {
      work((error) => {
        const problem = error instanceof CsvError ? problems[error.code] : undefined;
        if (!error) resolve(null);
        else if (problem === undefined) reject(error);
        else resolve(problem);
      });
    });
  return {
    write: (text) => settle((done) => parser.write(text, done)),
    end: () => settle((done) => parser.end(done)),
  };
}

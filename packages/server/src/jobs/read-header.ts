import { fixedLocationColumns, importedOnlyColumns, requiredColumns } from "@tocsin/wire";
import type { FileHeader, OptionalColumn, RowError } from "../locations/index.ts";

const known = new Map(
  [...fixedLocationColumns, ...importedOnlyColumns].map((column) => [column.toLowerCase(), column]),
);

const required: ReadonlySet<string> = new Set(requiredColumns);

/** The older names of columns: what they are called now. */
const newerNames: Readonly<Record<string, string>> = {
  name: "locationIdentifier",
  address: "formattedAddress",
};

export interface ReadHeader extends FileHeader {
  readonly errors: readonly RowError[];
  /** Cells of a row. */
  readonly width: number;
  /** The cells of a row by the members that they are about. */
  members(cells: readonly string[]): Record<string, string>;
}

/**
 * Reads the header row: names of members, in any order, letters in either case. Columns of other names are left out, and said
 * to be; one that is required must be there, and none twice.
 */
export function readHeader(cells: readonly string[]): ReadHeader {
  const columns = cells.map((cell) => known.get(cell.trim().toLowerCase()));
  const present = new Set(columns.map((column) => column && (newerNames[column] ?? column)));
  const twice = columns.filter((column, index) => column && columns.indexOf(column) < index);
  return {
    errors: [
      ...requiredColumns.filter((column) => !present.has(column)).map(missing),
      ...twice.map((column) => ({ row: 1, field: column ?? "", message: "must be one column, and is two" })),
    ],
    width: cells.length,
    columns: new Set([...present].filter((column): column is OptionalColumn => isOptional(column))),
    ignored: cells.filter((_cell, index) => columns[index] === undefined).map((cell) => cell.slice(0, 100)),
    members(row) {
      const members: Record<string, string> = {};
      for (const [index, column] of columns.entries()) if (column) members[column] = row[index] ?? "";
      return members;
    },
  };
}

function isOptional(column: string | undefined): boolean {
  return column !== undefined && !required.has(column);
}

function missing(column: string): RowError {
  const older = column === "locationIdentifier" ? " (or the older name)" : "";
  const message = `is a required column${older}; is it the delimiter that is wrong?`;
  return { row: 1, field: column, message };
}

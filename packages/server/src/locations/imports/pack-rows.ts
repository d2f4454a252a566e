import type { LocationRequest } from "../types.ts";

/** A good row of a file. */
export type FileRow = LocationRequest & { readonly row: number };

/**
 * Rows on their way from a thread to the database: as one text, since a hundred thousand rows as objects would be made three
 * times over, and hundreds of MB of memory with them.
 */
export interface PackedRows {
  readonly count: number;
  /** A JSON array of the rows, without their duress codes. */
  readonly json: string;
  /** Latitude, longitude, latitude, longitude … */
  readonly degrees: Float64Array;
  /** Index → the code in the clear, of the rows that have one. */
  readonly duressCodes: ReadonlyMap<number, string>;
}

export function packRows(rows: readonly FileRow[]): PackedRows {
  const duressCodes = new Map<number, string>();
  for (const [index, { duressCode }] of rows.entries())
    if (duressCode !== null) duressCodes.set(index, duressCode);
  return {
    count: rows.length,
    json: JSON.stringify(rows, (member, value: unknown) => (member === "duressCode" ? undefined : value)),
    degrees: Float64Array.from(
      rows.flatMap(({ latitude, longitude }) => [Number(latitude), Number(longitude)]),
    ),
    duressCodes,
  };
}

import { z } from "zod";
import { createFixedLocationRequest } from "./fixed-location-requests.ts";

/**
 * Columns of a CSV file of fixed locations, in the order in which they are exported: the members of a request. The duress code
 * is taken and never given.
 */
export const fixedLocationColumns = [
  "externalReferenceId",
  "locationIdentifier",
  "locationDescription",
  "locationAdditionalInformation",
  "formattedAddress",
  "w3w",
  "latitude",
  "longitude",
  "customerId",
  "calloutLocationTypeId",
] as const;

/** What else a file may have: the code, and the older names of two members. */
export const importedOnlyColumns = ["duressCode", "name", "address"] as const;

/** A place has them; the older `name` does for locationIdentifier. */
export const requiredColumns = [
  "externalReferenceId",
  "locationIdentifier",
  "latitude",
  "longitude",
] as const;

/** In a file everything is text; these are numbers in a request. */
const numberColumns = ["customerId", "calloutLocationTypeId"] as const;

/** The cells of a row by their columns, as a request to create the place would have them. An empty cell counts as absent. */
export const fixedLocationRow = z.preprocess(readNumbers, createFixedLocationRequest);
export type FixedLocationRow = z.infer<typeof fixedLocationRow>;

function readNumbers(cells: unknown): unknown {
  if (typeof cells !== "object" || cells === null) return cells;
  const read: Record<string, unknown> = { ...cells };
  for (const column of numberColumns) {
    const cell = read[column];
    if (typeof cell === "string" && /^[0-9]{1,16}$/.test(cell)) read[column] = Number(cell);
  }
  return read;
}

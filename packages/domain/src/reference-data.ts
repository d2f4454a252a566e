/**
 * The rows every tenant shares: response types, classifications, location types. They are part of the contract
 * (panic-v2 §2): ids are stable, so they are constants here and not a table somebody could edit.
 */

export interface ReferenceRow {
  readonly id: number;
  readonly value: string;
  readonly description: string;
}

export const responseTypes: readonly ReferenceRow[] = [
  { id: 1, value: "SECURITY", description: "Security response" },
  { id: 2, value: "MEDICAL", description: "Medical response" },
  { id: 3, value: "FIRE", description: "Fire response" },
  { id: 4, value: "ROADSIDE", description: "Roadside assistance" },
];

export const calloutClassifications: readonly ReferenceRow[] = [
  { id: 1, value: "REAL", description: "A real emergency" },
  { id: 2, value: "TEST", description: "A test" },
  { id: 3, value: "UNVERIFIED", description: "Not yet verified" },
];

export const calloutLocationTypes: readonly ReferenceRow[] = [
  { id: 1, value: "RESIDENTIAL", description: "Residential" },
  { id: 2, value: "OFFICE", description: "Office" },
  { id: 3, value: "RETAIL", description: "Retail" },
  { id: 4, value: "INDUSTRIAL", description: "Industrial" },
  { id: 5, value: "VEHICLE", description: "Vehicle" },
  { id: 6, value: "OTHER", description: "Other" },
];

/** Why a callout went another way than it should have (panic-v2 §2). */
export const exceptionReasons: readonly { readonly id: number; readonly reason: string }[] = [
  { id: 101, reason: "Customer unavailable at location" },
  { id: 102, reason: "False alarm triggered" },
  { id: 103, reason: "Technical malfunction detected" },
  { id: 104, reason: "Resolved before arrival" },
  { id: 105, reason: "Duplicate" },
  { id: 106, reason: "Test" },
];

/** What a rating may praise or blame beside its stars. */
export const ratingItems: readonly {
  readonly id: number;
  readonly ratingItem: string;
  readonly description: string;
}[] = [
  { id: 1, ratingItem: "RESPONSE_TIME", description: "How soon help was there" },
  { id: 2, ratingItem: "PROFESSIONALISM", description: "How the responder behaved" },
  { id: 3, ratingItem: "COMMUNICATION", description: "How well one was kept informed" },
  { id: 4, ratingItem: "RESOLUTION", description: "How well the matter was settled" },
];

/** Named ids that rules speak of. */
export const REAL = 1;
export const TEST = 2;
export const UNVERIFIED = 3;

export function findRow(rows: readonly ReferenceRow[], id: number): ReferenceRow | undefined {
  return rows.find((row) => row.id === id);
}

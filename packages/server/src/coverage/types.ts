import type { Geometry, Point } from "@tocsin/domain";

/** Where a supplier's responders of one response type are sent. */
export interface CoverageArea {
  readonly id: number;
  readonly supplierId: number;
  readonly responseTypeId: number;
  readonly name: string;
  readonly geometry: Geometry;
  /** The supplier is the demo's. */
  readonly isDemo: boolean;
  readonly createdAt: Temporal.Instant;
  readonly updatedAt: Temporal.Instant;
}

export interface AreaInput {
  readonly supplierId: number;
  readonly responseTypeId: number;
  readonly name: string;
  /** GeoJSON, not checked yet. */
  readonly geometry?: unknown;
}

/** What is absent stays as it is. */
export type AreaChange = { readonly [Member in keyof AreaInput]?: AreaInput[Member] | undefined };

/** What the areas say of a place. Null: none is drawn for the response type, so nobody knows. */
export interface PlaceCoverage {
  readonly security: boolean | null;
  readonly medical: boolean | null;
  /** The number of the newest change to an area that was known when this was said. */
  readonly version: number;
}

/** All areas, in memory, for dispatch and for places. */
export interface Coverage {
  /**
   * Suppliers whose areas hold a place, edges included; null when no area at all is drawn for the response type. Areas of
   * the demo say nothing here: its responders go wherever they are asked to.
   */
  suppliersCovering(place: Point, responseTypeId: number): ReadonlySet<number> | null;
  /** @param withDemo the place is the demo's, which the demo's supplier covers too */
  at(place: Point, withDemo: boolean): PlaceCoverage;
  /** The number of the newest change to an area that is known here. */
  readonly version: number;
  /** Reads what has changed. The other nodes hear of it by themselves. */
  refresh(): Promise<void>;
  /** Hears whenever areas have changed. @returns ends the subscription */
  subscribe(hear: () => void): () => void;
  /** Loads all areas, then follows changes made by other nodes. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

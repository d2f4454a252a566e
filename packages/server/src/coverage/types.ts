import type { Point } from "@tocsin/domain";

/** Longitude first, then latitude, in WGS 84 decimal degrees, as GeoJSON has it. */
export type Position = readonly [longitude: number, latitude: number];

/** Closed: the last position is the first again. */
export type Ring = readonly Position[];

/** RFC 7946. The first ring of a polygon is its outer one, the others are holes. */
export type Geometry =
  | { readonly type: "Polygon"; readonly coordinates: readonly Ring[] }
  | { readonly type: "MultiPolygon"; readonly coordinates: readonly (readonly Ring[])[] };

/** Where a supplier's responders of one response type are sent. */
export interface CoverageArea {
  readonly id: number;
  readonly supplierId: number;
  readonly responseTypeId: number;
  readonly name: string;
  readonly geometry: Geometry;
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

/** All areas, in memory, for dispatch. */
export interface Coverage {
  /** Suppliers whose areas hold a place, edges included; null when no area at all is drawn for the response type. */
  suppliersCovering(place: Point, responseTypeId: number): ReadonlySet<number> | null;
  /** Reads an area anew after it was changed. The other nodes hear of it by themselves. */
  refresh(areaId: number): Promise<void>;
  /** Loads all areas, then follows changes made by other nodes. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

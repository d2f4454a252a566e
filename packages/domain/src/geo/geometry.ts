/** Longitude first, then latitude, in WGS 84 decimal degrees, as GeoJSON has it. */
export type Coordinates = readonly [longitude: number, latitude: number];

/** Closed: the last position is the first again. */
export type Ring = readonly Coordinates[];

/** The first ring is the outer one, the others are holes. */
export type Polygon = readonly Ring[];

/** RFC 7946. */
export type Geometry =
  | { readonly type: "Polygon"; readonly coordinates: Polygon }
  | { readonly type: "MultiPolygon"; readonly coordinates: readonly Polygon[] };

export function polygonsOf(geometry: Geometry): readonly Polygon[] {
  return geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
}

/** WGS 84 decimal degrees. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** The mean radius of the earth (IUGG). */
export const earthRadiusMetres = 6_371_008.8;

const radiansPerDegree = Math.PI / 180;

export function radians(degrees: number): number {
  return degrees * radiansPerDegree;
}

/** The great-circle distance by the haversine formula: as the crow flies, within 0.6 % of the true ellipsoid. */
export function distanceMetres(from: Point, to: Point): number {
  const halfLatitude = radians(to.latitude - from.latitude) / 2;
  const halfLongitude = radians(to.longitude - from.longitude) / 2;
  const haversine =
    Math.sin(halfLatitude) ** 2 +
    Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * Math.sin(halfLongitude) ** 2;
  // rounding may carry the haversine of antipodes past 1, where asin knows no answer
  return 2 * earthRadiusMetres * Math.asin(Math.sqrt(Math.min(1, haversine)));
}

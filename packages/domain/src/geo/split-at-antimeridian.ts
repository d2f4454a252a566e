import { cutPolygon } from "./cut-polygon.ts";
import type { Polygon, Ring } from "./geometry.ts";

/**
 * A polygon whose longitudes go on beyond 180 degrees, up to 360 (RFC 7946 §3.1.9 advises against it, and people draw so),
 * as polygons between -180 and 180: for formats that know no other longitudes. One within them comes back as it is.
 */
export function splitAtAntimeridian(polygon: Polygon): readonly Polygon[] {
  const east = cutPolygon(polygon, { longitude: 180, cutOff: "east" });
  const west = east.near.map((part) => cutPolygon(part, { longitude: -180, cutOff: "west" }));
  return [
    ...west.flatMap(({ near }) => near),
    ...east.far.map((part) => turned(part, -360)),
    ...west.flatMap(({ far }) => far.map((part) => turned(part, 360))),
  ];
}

function turned(polygon: Polygon, degrees: number): Polygon {
  return polygon.map((ring): Ring => ring.map(([longitude, latitude]) => [longitude + degrees, latitude]));
}

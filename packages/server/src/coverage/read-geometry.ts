import { type Coordinates, enclosedArea, type Geometry, polygonsOf, type Ring } from "@tocsin/domain";
import { type AppError, invalid } from "../errors.ts";

const mostPositions = 10_000;
/** Beyond 180 for polygons across the antimeridian; a ring goes around the earth once at most. */
const farthestLongitude = 360;
const shortestRing = 4;

/**
 * Reads a GeoJSON geometry (RFC 7946): a Polygon or a MultiPolygon of closed rings, 10,000 positions at most. Altitudes
 * and other members are left out.
 * @throws AppError `invalid-request` naming the first place that is wrong
 */
export function readGeometry(given: unknown): Geometry {
  const { type, coordinates } = (given ?? {}) as { readonly type?: unknown; readonly coordinates?: unknown };
  if (type === "Polygon")
    return limited({ type, coordinates: readPolygon(coordinates, "geometry.coordinates") });
  if (type !== "MultiPolygon") throw invalid("geometry.type", "must be Polygon or MultiPolygon");
  const polygons = readList(coordinates, "geometry.coordinates", "polygons");
  return limited({
    type,
    coordinates: polygons.map((polygon, index) => readPolygon(polygon, `geometry.coordinates[${index}]`)),
  });
}

function limited(geometry: Geometry): Geometry {
  const positions = polygonsOf(geometry)
    .flat()
    .reduce((sum, ring) => sum + ring.length, 0);
  if (positions <= mostPositions) return geometry;
  throw invalid(
    "geometry",
    `must have at most ${mostPositions} positions, and has ${positions}: simplify it`,
  );
}

function readPolygon(given: unknown, field: string): Ring[] {
  return readList(given, field, "rings").map((ring, index) => readRing(ring, `${field}[${index}]`));
}

function readRing(given: unknown, field: string): Ring {
  const ring = readList(given, field, "positions").map((each, index) =>
    readPosition(each, `${field}[${index}]`),
  );
  const [first] = ring;
  const last = ring.at(-1);
  if (ring.length < shortestRing)
    throw invalid(field, `must be a ring of at least ${shortestRing} positions`);
  if (!first || !last || first[0] !== last[0] || first[1] !== last[1])
    throw invalid(field, "must be closed: its last position is its first again");
  if (enclosedArea(ring) === 0) throw invalid(field, "must enclose an area");
  const longitudes = ring.map(([longitude]) => longitude);
  if (Math.max(...longitudes) - Math.min(...longitudes) > farthestLongitude)
    throw invalid(field, "must not go around the earth more than once");
  return ring;
}

function readPosition(given: unknown, field: string): Coordinates {
  const [longitude, latitude] = readList(given, field, "numbers");
  if (isWithin(longitude, farthestLongitude) && isWithin(latitude, 90)) return [longitude, latitude];
  throw wrongPosition(field);
}

function readList(given: unknown, field: string, what: string): readonly unknown[] {
  if (Array.isArray(given) && given.length > 0) return given;
  throw invalid(field, `must be a list of ${what}`);
}

function isWithin(value: unknown, limit: number): value is number {
  return typeof value === "number" && Math.abs(value) <= limit;
}

function wrongPosition(field: string): AppError {
  return invalid(
    field,
    `must be [longitude, latitude] in degrees, from -${farthestLongitude} to ${farthestLongitude} and from -90 to 90`,
  );
}

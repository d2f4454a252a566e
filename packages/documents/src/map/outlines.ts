import { type GeoProjection, geoCentroid, geoDistance, geoPath } from "d3-geo";
import type { Feature, MultiPolygon, Polygon } from "geojson";
import { colors } from "./colors.ts";
import { type Point, project } from "./project.ts";
import type { Box, Shape } from "./shape.ts";
import { readCountries } from "./world-atlas.ts";

/** A country, and the circle on the globe that holds all of it. */
interface Country {
  readonly outline: Feature<Polygon | MultiPolygon>;
  readonly centre: [number, number];
  /** In radians. */
  readonly radius: number;
}

let countries: readonly Country[] | undefined;

/**
 * Land and borders by Natural Earth at 1:50 million. They are right to some kilometres, so they belong on maps of
 * regions; in a street they would draw the coast through the houses.
 */
export function drawOutlines(projection: GeoProjection, box: Box): readonly Shape[] {
  countries ??= readCountries().map(enclose);
  const [turnedBy, tiltedBy] = projection.rotate();
  const centre: [number, number] = [-turnedBy, -tiltedBy];
  const reach = sight(projection, project(projection, ...centre), box);
  const seen = countries.filter((country) => geoDistance(centre, country.centre) <= country.radius + reach);
  const toPath = geoPath(projection).digits(2);
  return [
    { path: toPath({ type: "Sphere" }) ?? "", fill: colors.sea },
    {
      path: seen.map(({ outline }) => toPath(outline) ?? "").join(""),
      fill: colors.land,
      stroke: colors.border,
      strokeWidth: 0.6,
    },
  ].filter(({ path }) => path !== "");
}

function enclose(outline: Feature<Polygon | MultiPolygon>): Country {
  const { type, coordinates } = outline.geometry;
  const points = type === "Polygon" ? coordinates.flat() : coordinates.flat(2);
  const centre = geoCentroid({ type: "MultiPoint", coordinates: points });
  const radius = points.reduce((most, [x = 0, y = 0]) => Math.max(most, geoDistance(centre, [x, y])), 0);
  return { outline, centre, radius };
}

/** How far the box reaches from the middle of an azimuthal projection, in radians; on the globe it may be π/2 times as far as on paper. */
function sight(projection: GeoProjection, [x, y]: Point, { left, top, right, bottom }: Box): number {
  const farthest = Math.hypot(Math.max(x - left, right - x), Math.max(y - top, bottom - y));
  return (farthest / projection.scale()) * (Math.PI / 2);
}

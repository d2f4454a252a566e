import { type GeoProjection, geoAzimuthalEquidistant, geoBounds } from "d3-geo";
import type { Position } from "./map-input.ts";
import { project } from "./project.ts";
import type { Box } from "./shape.ts";

/** A projection, with what a scale bar needs to know of it. */
export interface FittedProjection {
  /** Longitude and latitude to map units, cut off at the box. */
  readonly projection: GeoProjection;
  /** True at the middle of the map. */
  readonly metresPerUnit: number;
}

/** The mean radius of the earth (IUGG). */
const earthRadiusMetres = 6_371_008.8;

/** A single position is shown with its neighbourhood: a map this wide. */
const narrowestMetres = 800;

/**
 * The projection that shows all positions in a box, north up at its middle. Azimuthal equidistant about the middle: distances
 * from there are true, and it knows no date line and no pole where it would tear.
 * @param margin between the box's edge and the outermost position, in map units
 */
export function fitProjection(positions: readonly Position[], box: Box, margin: number): FittedProjection {
  const coordinates = positions.map(({ latitude, longitude }): [number, number] => [longitude, latitude]);
  const projection = geoAzimuthalEquidistant().scale(1).translate([0, 0]).precision(0);
  const [longitude, latitude] = middle(coordinates);
  projection.rotate([-longitude, -latitude]);
  const projected = coordinates.map((each) => project(projection, ...each));
  const [left, right] = extent(projected.map(([x]) => x));
  const [top, bottom] = extent(projected.map(([, y]) => y));

  const width = box.right - box.left;
  const scale = Math.min(
    (width - 2 * margin) / (right - left),
    (box.bottom - box.top - 2 * margin) / (bottom - top),
    (width * earthRadiusMetres) / narrowestMetres,
  );
  projection
    .scale(scale)
    .translate([
      (box.left + box.right) / 2 - ((left + right) / 2) * scale,
      (box.top + box.bottom) / 2 - ((top + bottom) / 2) * scale,
    ])
    .clipExtent([
      [box.left, box.top],
      [box.right, box.bottom],
    ])
    .precision(0.1);
  return { projection, metresPerUnit: earthRadiusMetres / scale };
}

/** Longitude and latitude of the middle of the smallest box around the positions, across the date line if it is smaller. */
function middle(coordinates: [number, number][]): [number, number] {
  const [[west, south], [east, north]] = geoBounds({ type: "MultiPoint", coordinates });
  return [east < west ? (west + east) / 2 + 180 : (west + east) / 2, (south + north) / 2];
}

function extent(values: readonly number[]): [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return [least, most];
}

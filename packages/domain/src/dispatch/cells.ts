import { type Point, radians } from "../geo/distance.ts";

const cellsPerDegree = 20;
const columns = 360 * cellsPerDegree;
const rows = 180 * cellsPerDegree;

/** A cell's height as an angle at the earth's centre. */
export const cellAngle = radians(1 / cellsPerDegree);

/** Rows and columns, both ends included. Columns may run past the antimeridian: {@link cellAt} takes them modulo the whole. */
export interface Box {
  readonly south: number;
  readonly north: number;
  readonly west: number;
  readonly east: number;
}

export const emptyBox: Box = { south: 0, north: -1, west: 0, east: -1 };

export function cellCount({ south, north, west, east }: Box): number {
  return (north - south + 1) * (east - west + 1);
}

/** The key of the cell that holds a point; longitude 180 is longitude -180. */
export function cellOf({ latitude, longitude }: Point): number {
  return cellAt(rowOf(latitude), columnOf(longitude));
}

export function cellAt(row: number, column: number): number {
  return row * columns + (((column % columns) + columns) % columns);
}

/**
 * All cells that a circle touches. `angle` is its radius, at the earth's centre. Near a pole, where it goes round all
 * longitudes, that is whole rows.
 */
export function boxAround({ latitude, longitude }: Point, angle: number): Box {
  const reach = angle / radians(1);
  const south = rowOf(latitude - reach);
  const north = rowOf(latitude + reach);
  if (Math.abs(latitude) + reach >= 90) return wholeRows(south, north, longitude);
  // the circle is widest not at its centre but where a meridian touches it
  const widest = Math.asin(Math.min(1, Math.sin(angle) / Math.cos(radians(latitude)))) / radians(1);
  const west = columnOf(longitude - widest);
  const east = columnOf(longitude + widest);
  return east - west + 1 >= columns ? wholeRows(south, north, longitude) : { south, north, west, east };
}

/** Centred like the smaller boxes before it, so that they lie within it. */
function wholeRows(south: number, north: number, longitude: number): Box {
  const west = columnOf(longitude) - columns / 2;
  return { south, north, west, east: west + columns - 1 };
}

function rowOf(latitude: number): number {
  return Math.min(rows - 1, Math.max(0, Math.floor((latitude + 90) * cellsPerDegree)));
}

function columnOf(longitude: number): number {
  return Math.floor((longitude + 180) * cellsPerDegree);
}

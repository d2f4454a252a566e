import { type GeoProjection, geoPath } from "d3-geo";
import type { Fonts } from "../text/fonts.ts";
import { colors } from "./colors.ts";
import type { FittedProjection } from "./fit-projection.ts";
import { niceStep } from "./nice-step.ts";
import { type Point, project } from "./project.ts";
import type { Box, Shape } from "./shape.ts";
import { textShapes } from "./text-shapes.ts";
import { visibleDegrees } from "./visible-degrees.ts";

const metresPerDegree = 111_195;
/** How far apart the lines are at most, in map units. */
const spacing = 150;
const labelSize = 8.5;
const margin = 4;

type Degrees = readonly [longitude: number, latitude: number];

/** Meridians and parallels, each with its coordinate where it meets the lower or the left edge. */
export function drawGrid(
  { projection, metresPerUnit }: FittedProjection,
  box: Box,
  fonts: Fonts,
): readonly Shape[] {
  const { west, east, south, north } = visibleDegrees(projection, box);
  const degrees = (spacing * metresPerUnit) / metresPerDegree;
  const narrowing = Math.max(0.01, Math.cos((((south + north) / 2) * Math.PI) / 180));
  const parallels = multiples(degrees, south, north).map(({ value, text }) => ({
    text: value === 0 ? "0°" : `${text(Math.abs(value))}° ${value < 0 ? "S" : "N"}`,
    points: between(west, east).map((longitude): Degrees => [longitude, value]),
  }));
  const meridians = multiples(degrees / narrowing, west, east).map(({ value, text }) => ({
    text: longitudeText(turned(value), text),
    points: between(south, north).map((latitude): Degrees => [value, latitude]),
  }));

  const toPath = geoPath(projection).digits(2);
  const lines = [...parallels, ...meridians].map(({ points }) => ({
    path: toPath({ type: "LineString", coordinates: points.map(([x, y]) => [x, y]) }) ?? "",
    stroke: colors.grid,
    strokeWidth: 0.7,
  }));
  const label = (text: string, at: Point) =>
    textShapes(text, at, { size: labelSize, color: colors.muted, rim: colors.paper }, fonts);
  const [leftEdge, lowerEdge] = [box.left + margin, box.bottom - margin];
  const labels = [
    ...parallels.flatMap((line) => {
      const y = meets(line.points, projection, 0, leftEdge);
      const clear = y !== undefined && y > box.top + 2 * labelSize && y < lowerEdge - 2 * labelSize;
      return clear ? label(line.text, [leftEdge, y - 3]) : [];
    }),
    ...meridians.flatMap((line) => {
      const x = meets(line.points, projection, 1, lowerEdge);
      const clear = x !== undefined && x > box.left + margin && x < box.right - 60;
      return clear ? label(line.text, [x + margin, lowerEdge]) : [];
    }),
  ];
  return [...lines.filter(({ path }) => path !== ""), ...labels];
}

/** The multiples of a round number of degrees, of `limit` at most, within a range, with how to write them. */
function multiples(limit: number, from: number, to: number) {
  const step = Math.min(30, niceStep(limit));
  const text = (degrees: number) => degrees.toFixed(Math.max(0, -Math.floor(Math.log10(step))));
  const first = Math.ceil(from / step);
  return Array.from({ length: Math.max(0, Math.floor(to / step) - first + 1) }, (_, index) => ({
    value: (first + index) * step,
    text,
  }));
}

function longitudeText(longitude: number, text: (degrees: number) => string): string {
  const degrees = Math.abs(longitude);
  if (degrees < 1e-9 || degrees > 180 - 1e-9) return `${Math.round(degrees)}°`;
  return `${text(degrees)}° ${longitude < 0 ? "W" : "E"}`;
}

/** 190° east is 170° west. */
function turned(longitude: number): number {
  return ((((longitude + 180) % 360) + 360) % 360) - 180;
}

/** Enough points that a curved line looks curved. */
function between(from: number, to: number): readonly number[] {
  return Array.from({ length: 97 }, (_, index) => from + ((to - from) * index) / 96);
}

/** Where a line crosses the edge `axis` = `edge`: the other coordinate of that point. */
function meets(
  points: readonly Degrees[],
  projection: GeoProjection,
  axis: 0 | 1,
  edge: number,
): number | undefined {
  const projected = points.map((point) => project(projection, ...point));
  for (const [index, from] of projected.entries()) {
    const to = projected[index + 1];
    if (!to || (from[axis] - edge) * (to[axis] - edge) > 0) continue;
    const part = (edge - from[axis]) / (to[axis] - from[axis]);
    const other = axis === 0 ? 1 : 0;
    if (Number.isFinite(part)) return from[other] + part * (to[other] - from[other]);
  }
  return undefined;
}

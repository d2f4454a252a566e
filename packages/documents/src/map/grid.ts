import type { GeoProjection } from "d3-geo";
import type { Fonts } from "../text/fonts.ts";
import { colors } from "./colors.ts";
import type { FittedProjection } from "./fit-projection.ts";
import { niceStep } from "./nice-step.ts";
import { type Box, linePath, type Shape } from "./shape.ts";
import { textShapes } from "./text-shapes.ts";

const metresPerDegree = 111_195;
/** Lines are about this far apart, in map units. */
const spacing = 130;
const labelSize = 8.5;
const margin = 4;

type Point = readonly [number, number];

/** Meridians and parallels across the box, each with its coordinate where it meets the lower or the left edge. */
export function drawGrid({ projection, metresPerUnit }: FittedProjection, box: Box, fonts: Fonts): readonly Shape[] {
  const view = visible(projection, box);
  const degrees = (spacing * metresPerUnit) / metresPerDegree;
  const latitudes = steps(view.south, view.north, Math.min(30, niceStep(degrees)));
  const narrowing = Math.max(0.01, Math.cos((((view.south + view.north) / 2) * Math.PI) / 180));
  const longitudes = steps(view.west, view.east, Math.min(30, niceStep(degrees / narrowing)));
  const project = (longitude: number, latitude: number) => projection([longitude, latitude]) ?? [0, 0];

  const shapes: Shape[] = [];
  const labels: Shape[] = [];
  const label = (text: string, at: Point) =>
    labels.push(...textShapes(text, at, { size: labelSize, color: colors.muted, rim: colors.paper }, fonts));
  for (const longitude of longitudes.values) {
    const line = sample(view.south, view.north).map((latitude) => project(longitude, latitude));
    shapes.push(gridLine(line, box));
    const x = crossing(line.map(([x, y]) => [y, x] as const), box.bottom - margin);
    if (x !== undefined && x > box.left && x < box.right - 50) {
      label(coordinateText(longitude, longitudes.decimals, "E", "W"), [x + margin, box.bottom - margin]);
    }
  }
  for (const latitude of latitudes.values) {
    const line = sample(view.west, view.east).map((longitude) => project(longitude, latitude));
    shapes.push(gridLine(line, box));
    const y = crossing(line, box.left + margin);
    if (y !== undefined && y > box.top + 12 && y < box.bottom - 16) {
      label(coordinateText(latitude, latitudes.decimals, "N", "S"), [box.left + margin, y - 3]);
    }
  }
  return [...shapes, ...labels];
}

function gridLine(points: readonly Point[], { left, top, right, bottom }: Box): Shape {
  const inside = points.map(
    ([x, y]): Point => [Math.min(right, Math.max(left, x)), Math.min(bottom, Math.max(top, y))],
  );
  return { path: linePath(inside), stroke: colors.grid, strokeWidth: 0.7 };
}

import { colors } from "./colors.ts";
import type { Point } from "./project.ts";
import { circlePath, linePath, round, type Shape } from "./shape.ts";

/** The place that was to be reached: a ring with a point in it, seen above any line. */
export function placeMarker(at: Point, radius = 9): readonly Shape[] {
  return [
    { path: circlePath(at, radius), fill: colors.paper, stroke: colors.place, strokeWidth: radius / 4 },
    { path: circlePath(at, round(radius * 0.45)), fill: colors.place },
  ];
}

/** Where a track begins. */
export function startMarker(at: Point, color: string): readonly Shape[] {
  return [{ path: circlePath(at, 4.5), fill: colors.paper, stroke: color, strokeWidth: 2 }];
}

/** Where a track ends; the rim keeps it apart from the place it leads to. */
export function endMarker([x, y]: Point, color: string): readonly Shape[] {
  const corners: Point[] = [
    [x - 4, y - 4],
    [x + 4, y - 4],
    [x + 4, y + 4],
    [x - 4, y + 4],
  ];
  return [{ path: `${linePath(corners)}Z`, fill: color, stroke: colors.paper, strokeWidth: 1.2 }];
}

/** Where the person was earlier. */
export function earlierMarker(at: Point): readonly Shape[] {
  return [{ path: circlePath(at, 3), fill: colors.paper, stroke: colors.place, strokeWidth: 1.5 }];
}

export function northArrow([x, y]: Point): readonly Shape[] {
  const arrow: Point[] = [
    [x, y - 9],
    [x + 5, y + 5],
    [x, y + 2],
    [x - 5, y + 5],
  ];
  return [{ path: `${linePath(arrow)}Z`, fill: colors.ink, stroke: colors.paper, strokeWidth: 1 }];
}

/** Leaves out points that nobody could tell from the one before; the last one always stays. */
export function thinned(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = [];
  for (const [index, [x, y]] of points.entries()) {
    const last = kept.at(-1);
    const far = !last || Math.hypot(x - last[0], y - last[1]) >= 0.5;
    if (far || index === points.length - 1) kept.push([round(x), round(y)]);
  }
  return kept;
}

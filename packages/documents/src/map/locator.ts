import { geoAzimuthalEqualArea } from "d3-geo";
import { colors } from "./colors.ts";
import { drawOutlines } from "./outlines.ts";
import type { Point } from "./project.ts";
import { type Box, boxPath, circlePath, type Shape } from "./shape.ts";

const width = 116;
const height = 84;
const margin = 8;
const metresAcross = 3_000_000;
const earthRadiusMetres = 6_371_008.8;

/** A small map of the countries around, in the corner where it hides the fewest of `points`. */
export function drawLocator(centre: Point, box: Box, points: readonly Point[]): readonly Shape[] {
  const frame = emptiestCorner(box, points);
  const middle: [number, number] = [(frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2];
  const projection = geoAzimuthalEqualArea()
    .rotate([-centre[0], -centre[1]])
    .scale((width * earthRadiusMetres) / metresAcross)
    .translate(middle)
    .clipExtent([
      [frame.left, frame.top],
      [frame.right, frame.bottom],
    ]);
  return [
    ...drawOutlines(projection, frame),
    { path: circlePath(middle, 3), fill: colors.place, stroke: colors.paper, strokeWidth: 1 },
    { path: boxPath(frame), stroke: colors.frame, strokeWidth: 1 },
  ];
}

function emptiestCorner(box: Box, points: readonly Point[]): Box {
  const [left, right] = [box.left + margin, box.right - margin - width];
  const [top, bottom] = [box.top + margin, box.bottom - margin - height];
  // The lower corners carry the coordinates of the grid, so the upper ones come first.
  const corners = [
    [right, top],
    [left, top],
    [right, bottom],
    [left, bottom],
  ] as const;
  const counted = corners.map(([x, y]) => {
    const frame = { left: x, top: y, right: x + width, bottom: y + height };
    return { frame, hidden: points.filter(([px, py]) => covers(frame, px, py)).length };
  });
  return counted.reduce((best, next) => (next.hidden < best.hidden ? next : best)).frame;
}

/** With room for a marker around the point. */
function covers({ left, top, right, bottom }: Box, x: number, y: number): boolean {
  return x > left - 12 && x < right + 12 && y > top - 12 && y < bottom + 12;
}

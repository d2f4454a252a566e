import type { GeoProjection } from "d3-geo";
import { project } from "./project.ts";
import type { Box } from "./shape.ts";

/** West and east may lie beyond ±180, so that west is always the lesser. */
export interface DegreeRange {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

/** What part of the earth a box shows; a little more rather than less. */
export function visibleDegrees(projection: GeoProjection, box: Box): DegreeRange {
  const sees = (latitude: number) => {
    const [x, y] = project(projection, 0, latitude);
    return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
  };
  const [northPole, southPole] = [sees(90), sees(-90)];
  const edge = edgePoints(box).flatMap((point) => {
    const degrees = projection.invert?.(point);
    return degrees?.every(Number.isFinite) ? [degrees] : [];
  });
  const centre = -projection.rotate()[0];
  const longitudes = edge.map(([longitude]) => centre + ((((longitude - centre) % 360) + 540) % 360) - 180);
  const latitudes = edge.map(([, latitude]) => latitude);
  const around = northPole || southPole;
  return {
    west: around ? centre - 180 : Math.min(...longitudes),
    east: around ? centre + 180 : Math.max(...longitudes),
    south: southPole ? -90 : Math.min(...latitudes),
    north: northPole ? 90 : Math.max(...latitudes),
  };
}

function edgePoints({ left, top, right, bottom }: Box): readonly [number, number][] {
  const parts = Array.from({ length: 17 }, (_, index) => index / 16);
  return parts.flatMap((part): [number, number][] => {
    const [x, y] = [left + (right - left) * part, top + (bottom - top) * part];
    return [
      [x, top],
      [x, bottom],
      [left, y],
      [right, y],
    ];
  });
}

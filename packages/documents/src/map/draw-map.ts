import type { Fonts } from "../text/fonts.ts";
import { colors, trackLine } from "./colors.ts";
import { type FittedProjection, fitProjection } from "./fit-projection.ts";
import { drawGrid } from "./grid.ts";
import { layOutLegend } from "./legend.ts";
import { drawLocator } from "./locator.ts";
import { allPositions, type MapInput, type MapSize, type Position } from "./map-input.ts";
import { earlierMarker, endMarker, northArrow, placeMarker, startMarker, thinned } from "./markers.ts";
import { drawOutlines } from "./outlines.ts";
import { type Point, project } from "./project.ts";
import { drawScaleBar } from "./scale-bar.ts";
import { type Box, boxPath, linePath, type Shape } from "./shape.ts";
import { textShapes } from "./text-shapes.ts";

/** A drawn map. */
export interface MapDrawing {
  /** Always {@link mapWidth} map units wide. */
  readonly height: number;
  /** To be drawn in this order. */
  readonly shapes: readonly Shape[];
}

/** Every map is this many units wide whatever its size in pixels, so that its letters keep their share of it. */
export const mapWidth = 640;

/** From here on, the outlines of the world say more than they get wrong: a map of 640 km. */
const outlinesFromMetresPerUnit = 1_000;

const padding = 10;
const attribution = "North up · WGS 84 · Outlines: Natural Earth";

/** Draws positions on a coordinate grid, with a small map of the countries around; no street map and no network. */
export function drawMap(input: MapInput, { width, height }: MapSize, fonts: Fonts): MapDrawing {
  const total = (mapWidth * height) / width;
  const legend = layOutLegend(input, mapWidth - 2 * padding, fonts);
  const legendHeight = legend.rows * legend.height;
  const strip = 24;
  const box = { left: 0, top: 0, right: mapWidth, bottom: total - strip - legendHeight };
  const whole = { left: 0, top: 0, right: mapWidth, bottom: total };
  const background = { path: boxPath(whole), fill: colors.paper };
  const frame = [box, whole].map((each) => ({ path: boxPath(each), stroke: colors.frame, strokeWidth: 1 }));
  const positions = allPositions(input);
  if (positions.length === 0) {
    const middle = [mapWidth / 2, total / 2] as const;
    const note = textShapes(
      "No position is known",
      middle,
      { size: 14, color: colors.muted, anchor: "middle" },
      fonts,
    );
    return {
      height: total,
      shapes: [background, ...note, { path: boxPath(whole), stroke: colors.frame, strokeWidth: 1 }],
    };
  }

  const fitted = fitProjection(positions, box, 34);
  const baseline = total - 9;
  const credit = { size: 8, color: colors.muted, anchor: "end" } as const;
  return {
    height: total,
    shapes: [
      background,
      ...drawGround(fitted, positions, box, fonts),
      ...drawPositions(input, fitted),
      ...northArrow([mapWidth - 20, box.bottom - 20]),
      ...frame,
      ...legend.draw(padding, box.bottom + 5),
      ...drawScaleBar(fitted.metresPerUnit, [padding, baseline], fonts),
      ...textShapes(attribution, [mapWidth - padding, baseline], credit, fonts),
    ],
  };
}

function drawGround(
  fitted: FittedProjection,
  positions: readonly Position[],
  box: Box,
  fonts: Fonts,
): readonly Shape[] {
  const { projection, metresPerUnit } = fitted;
  const grid = drawGrid(fitted, box, fonts);
  if (metresPerUnit >= outlinesFromMetresPerUnit) return [...drawOutlines(projection, box), ...grid];
  const centre = projection.rotate();
  return [...grid, ...drawLocator([-centre[0], -centre[1]], box, positions.map(at(fitted)))];
}

function drawPositions({ place, points, tracks }: MapInput, fitted: FittedProjection): readonly Shape[] {
  const toMap = at(fitted);
  const walked = [...points, ...(place ? [place] : [])].map(toMap);
  const lines = tracks.map(({ points }, index) => ({
    ...trackLine(index),
    points: thinned(points.map(toMap)),
  }));
  return [
    ...(walked.length > 1
      ? [{ path: linePath(walked), stroke: colors.place, strokeWidth: 1.2, dash: [2, 3] as const }]
      : []),
    ...lines.flatMap(({ color, dash, points }) => [
      { path: linePath(points), stroke: colors.paper, strokeWidth: 4.5 },
      { path: linePath(points), stroke: color, strokeWidth: 2.5, ...(dash ? { dash } : {}) },
    ]),
    ...points.map(toMap).flatMap(earlierMarker),
    ...(place ? placeMarker(toMap(place)) : []),
    ...lines.flatMap(({ color, points }) => {
      const [first, last] = [points.at(0), points.at(-1)];
      if (!first || !last) return [];
      return [...(first === last ? [] : startMarker(first, color)), ...endMarker(last, color)];
    }),
  ];
}

function at({ projection }: FittedProjection): (position: Position) => Point {
  return ({ latitude, longitude }) => project(projection, longitude, latitude);
}

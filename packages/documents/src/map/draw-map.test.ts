import { beforeAll, describe, expect, it } from "vitest";
import { type Fonts, openFonts } from "../text/fonts.ts";
import { colors } from "./colors.ts";
import { drawMap, mapWidth } from "./draw-map.ts";
import type { MapInput } from "./map-input.ts";
import type { Shape } from "./shape.ts";
import { textShapes } from "./text-shapes.ts";

const place = { latitude: -33.925, longitude: 18.424 };
const nearby = { latitude: -33.915, longitude: 18.444 };
const johannesburg = { latitude: -26.2, longitude: 28 };
const size = { width: 1_000, height: 600 };
const empty: MapInput = { place: null, points: [], tracks: [] };
const driven: MapInput = { ...empty, place, tracks: [{ name: "Omar", points: [nearby, place] }] };

let fonts: Fonts;
beforeAll(async () => {
  fonts = await openFonts("Omar Thandi محمد");
});

const draw = (input: MapInput): readonly Shape[] => drawMap(input, size, fonts).shapes;

/** Whether a text is drawn anywhere: letters are known by the kinds of lines that they are made of. */
function shows(shapes: readonly Shape[], text: string, color: string = colors.ink): boolean {
  const kinds = (path: string) => path.replaceAll(/[^A-Z]/g, "");
  const [wanted] = textShapes(text, [0, 0], { size: 9, color }, fonts);
  return shapes.some(({ path, fill }) => fill === color && kinds(path) === kinds(wanted?.path ?? ""));
}

it("keeps the proportions of its size", () => {
  expect(drawMap(driven, size, fonts).height).toBeCloseTo((mapWidth * 600) / 1_000);
});

describe("the legend", () => {
  it("explains what is on the map", () => {
    const shapes = draw({ ...driven, points: [nearby] });
    for (const text of ["Place", "Earlier position", "Omar", "Start", "Last position"]) {
      expect(shows(shapes, text), text).toBe(true);
    }
  });

  it("explains nothing that is not", () => {
    const shapes = draw({ ...empty, place });
    expect(shows(shapes, "Place")).toBe(true);
    for (const text of ["Earlier position", "Start", "Last position"])
      expect(shows(shapes, text), text).toBe(false);
  });

  it("says how many tracks it leaves out", () => {
    const tracks = Array.from({ length: 15 }, () => ({ name: "Thandi", points: [nearby, place] }));
    expect(shows(draw({ ...empty, place, tracks }), "and 3 more")).toBe(true);
  });
});

it("draws a line, its start and its end for each track", () => {
  const lines = draw(driven).filter(({ stroke, strokeWidth }) => stroke === "#0072B2" && strokeWidth === 2.5);
  // one on the map, one in the legend
  expect(lines).toHaveLength(2);
  const marker = (shape: Shape) => shape.path.includes("a4.5,4.5");
  expect(draw(driven).filter(marker)).toHaveLength(2);
});

it("joins the places where help was wanted by dots", () => {
  const dotted = (shapes: readonly Shape[]) =>
    shapes.filter(({ stroke, dash }) => dash && stroke === colors.place);
  expect(dotted(draw({ ...driven, points: [nearby] }))).toHaveLength(1);
  expect(dotted(draw(driven))).toHaveLength(0);
});

it("shows the outlines of countries at their own scale only: in a town, in the small map alone", () => {
  const sea = (shapes: readonly Shape[]) =>
    shapes.filter(({ fill }) => fill === colors.sea).map(({ path }) => path.length);
  const town = draw(driven);
  expect(sea(town)).toHaveLength(1);
  expect(town.findIndex(({ fill }) => fill === colors.sea)).toBeGreaterThan(
    town.findIndex(({ stroke }) => stroke === colors.grid),
  );
  const country = draw({ ...empty, place, tracks: [{ name: "Omar", points: [johannesburg, place] }] });
  expect(sea(country)).toHaveLength(1);
  expect(country.findIndex(({ fill }) => fill === colors.sea)).toBeLessThan(
    country.findIndex(({ stroke }) => stroke === colors.grid),
  );
});

it("names the lines of the grid and the scale", () => {
  const shapes = draw({ ...empty, place });
  expect(shows(shapes, "33.925° S", colors.muted)).toBe(true);
  expect(shows(shapes, "18.424° E", colors.muted)).toBe(true);
  expect(shows(shapes, "100 m")).toBe(true);
});

it("says so when no position is known", () => {
  expect(shows(draw(empty), "No position is known", colors.muted)).toBe(true);
});

it.each([
  { latitude: Number.NaN, longitude: 0 },
  { latitude: 91, longitude: 0 },
  { latitude: 0, longitude: -180.5 },
])("refuses the position $latitude, $longitude", (position) => {
  expect(() => draw({ ...empty, place: position })).toThrow(RangeError);
});

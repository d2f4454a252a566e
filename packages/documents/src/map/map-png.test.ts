import { PNG } from "pngjs";
import { expect, it } from "vitest";
import { openFonts } from "../text/fonts.ts";
import { colors, trackLine } from "./colors.ts";
import { drawMap, mapWidth } from "./draw-map.ts";
import { mapPng } from "./map-png.ts";
import { toSvg } from "./map-svg.ts";

const place = { latitude: -33.92533, longitude: 18.42377 };
const start = { latitude: -33.905, longitude: 18.464 };
const size = { width: 1_200, height: 700 };
const input = { place, points: [], tracks: [{ name: "محمد علي", points: [start, place] }] };

/** Red, green, blue as the colours of the map are written. */
function colorAt({ data, width }: PNG, x: number, y: number): string {
  const index = (Math.round(y) * width + Math.round(x)) * 4;
  return `#${data
    .subarray(index, index + 3)
    .toString("hex")
    .toUpperCase()}`;
}

/** Where a colour is in the picture: the middle of all its pixels. */
function middleOf(picture: PNG, color: string): readonly [number, number] {
  const found = Array.from({ length: picture.width * picture.height }, (_, index) => index)
    .map((index) => [index % picture.width, Math.floor(index / picture.width)] as const)
    .filter(([x, y]) => colorAt(picture, x, y) === color);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return [mean(found.map(([x]) => x)), mean(found.map(([, y]) => y))];
}

it("is a picture of the size asked for", async () => {
  const { width, height } = PNG.sync.read(await mapPng({ ...input, size }));
  expect({ width, height }).toEqual(size);
});

it("has a single place in its middle, as a red ring around a red point", async () => {
  const picture = PNG.sync.read(await mapPng({ ...input, tracks: [], size }));
  const unit = size.width / mapWidth;
  // below the map: a row of the legend and the scale
  const mapHeight = size.height - (15 + 24) * unit;
  const [x, y] = [size.width / 2, mapHeight / 2];
  expect(colorAt(picture, x, y)).toBe(colors.place);
  expect(colorAt(picture, x + 9 * unit, y)).toBe(colors.place);
  expect(colorAt(picture, x + 6 * unit, y)).toBe(colors.paper);
  expect(colorAt(picture, x + 14 * unit, y)).toBe(colors.paper);
});

it("draws north up and east to the right: a track from the north-east ends at the lower left", async () => {
  const picture = PNG.sync.read(await mapPng({ ...input, size }));
  const [trackX, trackY] = middleOf(picture, trackLine(0).color);
  expect(trackX).toBeGreaterThan(0.3 * size.width);
  expect(colorAt(picture, 34 * (size.width / mapWidth), trackY)).not.toBe(trackLine(0).color);
  const [ringX, ringY] = middleOf(picture, colors.place);
  expect(ringX).toBeLessThan(trackX);
  expect(ringY).toBeGreaterThan(trackY);
});

it("has the same bytes each time", async () => {
  const [once, again] = await Promise.all([mapPng({ ...input, size }), mapPng({ ...input, size })]);
  expect(once.equals(again)).toBe(true);
});

it("asks for nothing: no letters, no files, no addresses", async () => {
  const svg = toSvg(drawMap(input, size, await openFonts("محمد علي")));
  expect(svg.match(/<(?!\/?svg|path)[a-z]+/g)).toBeNull();
  expect(svg.replaceAll("http://www.w3.org/2000/svg", "")).not.toMatch(/href|url\(|http/);
});

it.each([
  [199, 700],
  [1_200, 4_097],
  [800.5, 600],
])("refuses a picture of %d × %d", async (width, height) => {
  await expect(mapPng({ ...input, size: { width, height } })).rejects.toThrow(RangeError);
});

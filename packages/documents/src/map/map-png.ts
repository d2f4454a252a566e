import { renderAsync } from "@resvg/resvg-js";
import { openFonts } from "../text/fonts.ts";
import { drawMap } from "./draw-map.ts";
import type { MapInput, MapSize } from "./map-input.ts";
import { toSvg } from "./map-svg.ts";

/** Smaller, the letters can't be read; larger, a picture takes hundreds of megabytes to draw. */
const [least, most] = [200, 4_096];

/**
 * A map of a callout as a PNG, drawn without the internet: place, earlier positions and tracks on a coordinate grid, with scale,
 * legend and a small map of the countries around. The same input gives the same bytes.
 * @throws RangeError for a size outside 200 to 4,096 pixels, and for a coordinate that is none
 */
export async function mapPng(input: MapInput & { readonly size: MapSize }): Promise<Buffer> {
  const { width, height } = input.size;
  for (const length of [width, height]) {
    if (!Number.isInteger(length) || length < least || length > most) {
      throw new RangeError(`A map is ${least} to ${most} pixels wide and high, not ${width} × ${height}`);
    }
  }
  const fonts = await openFonts(input.tracks.map(({ name }) => name).join(" "));
  const svg = toSvg(drawMap(input, input.size, fonts));
  const picture = await renderAsync(svg, {
    fitTo: { mode: "width", value: width },
    font: { loadSystemFonts: false },
  });
  return picture.asPng();
}

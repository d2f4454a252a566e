import type { Weight } from "../text/font-files.ts";
import type { Fonts } from "../text/fonts.ts";
import { layOutText } from "../text/lay-out-text.ts";
import type { Point } from "./project.ts";
import { round, type Shape } from "./shape.ts";

export interface TextStyle {
  /** Height of the letters in map units. */
  readonly size: number;
  readonly color: string;
  readonly weight?: Weight;
  /** Which point of the text `x` is. */
  readonly anchor?: "start" | "middle" | "end";
  /** Colour of a rim that keeps the text readable on lines. */
  readonly rim?: string;
}

/** One line of text as outlines; `y` is where the letters stand. */
export function textShapes(text: string, [x, y]: Point, style: TextStyle, fonts: Fonts): readonly Shape[] {
  const { size, color, weight = "regular", anchor = "start", rim } = style;
  const [line] = layOutText(text, fonts, { weight, voice: "given" });
  if (!line) return [];
  let pen = x - { start: 0, middle: 0.5, end: 1 }[anchor] * line.width * size;
  const paths: string[] = [];
  for (const { text: letters, font, width } of line.runs) {
    const scale = size / font.font.unitsPerEm;
    let at = pen;
    const { glyphs, positions } = font.font.layout(letters, []);
    for (const [index, glyph] of glyphs.entries()) {
      const { xOffset = 0, yOffset = 0, xAdvance = 0 } = positions[index] ?? {};
      paths.push(
        glyph.path
          .transform(scale, 0, 0, -scale, round(at + xOffset * scale), round(y - yOffset * scale))
          .toSVG(),
      );
      at += xAdvance * scale;
    }
    pen += width * size;
  }
  const path = paths.join("");
  if (path === "") return [];
  return rim
    ? [
        { path, stroke: rim, strokeWidth: size / 4 },
        { path, fill: color },
      ]
    : [{ path, fill: color }];
}

/** How wide a text is in map units. */
export function textWidth(text: string, size: number, fonts: Fonts): number {
  return (layOutText(text, fonts, { weight: "regular", voice: "given" })[0]?.width ?? 0) * size;
}

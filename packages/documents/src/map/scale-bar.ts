import type { Fonts } from "../text/fonts.ts";
import { colors } from "./colors.ts";
import { niceStep } from "./nice-step.ts";
import type { Point } from "./project.ts";
import { boxPath, round, type Shape } from "./shape.ts";
import { textShapes } from "./text-shapes.ts";

const widest = 120;

/** A bar of a round length with that length beside it, `[x, y]` being its lower left corner. */
export function drawScaleBar(metresPerUnit: number, [x, y]: Point, fonts: Fonts): readonly Shape[] {
  const metres = niceStep(widest * metresPerUnit);
  const length = round(metres / metresPerUnit);
  const bar = { left: x, right: x + length, top: y - 4, bottom: y };
  return [
    { path: boxPath(bar), fill: colors.paper, stroke: colors.ink, strokeWidth: 0.8 },
    { path: boxPath({ ...bar, right: x + length / 2 }), fill: colors.ink },
    ...textShapes(distanceText(metres), [bar.right + 6, y + 1], { size: 9, color: colors.ink }, fonts),
  ];
}

/** `500 m`, `2 km` */
function distanceText(metres: number): string {
  return metres < 1_000 ? `${metres} m` : `${metres / 1_000} km`;
}

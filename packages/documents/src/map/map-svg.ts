import { type MapDrawing, mapWidth } from "./draw-map.ts";

/** The drawing as an SVG document of paths alone: no text, no style sheet, nothing to fetch. */
export function toSvg({ height, shapes }: MapDrawing): string {
  const paths = shapes.map(({ path, fill, stroke, strokeWidth, dash }) => {
    const line = stroke ? ` stroke="${stroke}" stroke-width="${strokeWidth ?? 1}"` : "";
    const dashes = dash ? ` stroke-dasharray="${dash.join(" ")}"` : "";
    return `<path d="${path}" fill="${fill ?? "none"}"${line}${dashes}/>`;
  });
  const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${mapWidth} ${height}" stroke-linejoin="round" stroke-linecap="round">`;
  return `${head}${paths.join("")}</svg>`;
}

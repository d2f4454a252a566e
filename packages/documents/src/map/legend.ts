import type { Fonts } from "../text/fonts.ts";
import { colors, trackLine } from "./colors.ts";
import type { MapInput } from "./map-input.ts";
import { earlierMarker, endMarker, placeMarker, startMarker } from "./markers.ts";
import type { Point } from "./project.ts";
import { linePath, type Shape } from "./shape.ts";
import { textShapes, textWidth } from "./text-shapes.ts";

/** One explained sign; `draw` puts it at a point. */
interface Entry {
  readonly text: string;
  readonly signWidth: number;
  readonly draw: (at: Point) => readonly Shape[];
}

interface Legend {
  readonly rows: number;
  /** Of each row. */
  readonly height: number;
  readonly draw: (left: number, top: number) => readonly Shape[];
}

const rowHeight = 15;
const size = 9;
const gap = 14;
const mostTracks = 12;
const longestName = 40;

/** Explains the signs that are on this map, in as many rows as they need. */
export function layOutLegend(input: MapInput, width: number, fonts: Fonts): Legend {
  const rows: { entry: Entry; left: number }[][] = [[]];
  let used = 0;
  for (const entry of entries(input)) {
    const needed = entry.signWidth + 5 + textWidth(entry.text, size, fonts);
    if (used > 0 && used + needed > width) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)?.push({ entry, left: used });
    used += needed + gap;
  }
  return {
    rows: rows.length,
    height: rowHeight,
    draw: (left, top) =>
      rows.flatMap((row, index) =>
        row.flatMap((item) => {
          const [x, y] = [left + item.left, top + rowHeight * (index + 0.5)];
          const { signWidth, text, draw } = item.entry;
          return [
            ...draw([x + signWidth / 2, y]),
            ...textShapes(text, [x + signWidth + 5, y + 3], { size, color: colors.ink }, fonts),
          ];
        }),
      ),
  };
}

function entries({ place, points, tracks }: MapInput): readonly Entry[] {
  const travelled = tracks.filter((track) => track.points.length > 0);
  const shown = travelled.slice(0, mostTracks).map((track): Entry => {
    const { color, dash } = trackLine(tracks.indexOf(track));
    return {
      text: shortened(track.name),
      signWidth: 22,
      draw: ([x, y]) => [
        {
          path: linePath([
            [x - 11, y],
            [x + 11, y],
          ]),
          stroke: color,
          strokeWidth: 2.5,
          ...(dash ? { dash } : {}),
        },
      ],
    };
  });
  const more = travelled.length - shown.length;
  return [
    ...(place ? [{ text: "Place", signWidth: 13, draw: (at: Point) => placeMarker(at, 5.5) }] : []),
    ...(points.length > 0 ? [{ text: "Earlier position", signWidth: 8, draw: earlierMarker }] : []),
    ...shown,
    ...(more > 0 ? [{ text: `and ${more} more`, signWidth: 0, draw: () => [] }] : []),
    ...(travelled.length > 0 ? trackEnds : []),
  ];
}

const trackEnds: readonly Entry[] = [
  { text: "Start", signWidth: 10, draw: (at) => startMarker(at, colors.ink) },
  { text: "Last position", signWidth: 10, draw: (at) => endMarker(at, colors.ink) },
];

function shortened(name: string): string {
  const characters = [...name];
  return characters.length <= longestName ? name : `${characters.slice(0, longestName - 1).join("")}…`;
}

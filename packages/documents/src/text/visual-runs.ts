import bidiFactory from "bidi-js";
import type { Cluster } from "./clusters.ts";
import type { Weight } from "./font-files.ts";
import type { OpenFont, OpenPair } from "./fonts.ts";

/** Letters of one font and one direction, to be drawn in one go. */
export interface Run {
  /** In the order in which it is read; the font's shaping turns a right-to-left script round. */
  readonly text: string;
  readonly font: OpenFont;
  /** In ems: times the size of the letters it is a length. */
  readonly width: number;
  readonly rightToLeft: boolean;
}

interface LogicalRun extends Run {
  readonly level: number;
}

export const bidi = bidiFactory();

const rightToLeftScript = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** The runs of one line from left to right. */
export function visualRuns(clusters: readonly Cluster[], weight: Weight): readonly Run[] {
  const starts = clusters.flatMap(({ font, level }, index) => {
    const before = clusters[index - 1];
    return before?.font === font && before.level === level ? [] : [index];
  });
  const runs = starts.map((start, index) => shape(clusters.slice(start, starts[index + 1]), weight));
  return reorder(runs.filter(({ text }) => text !== ""));
}

/** Clusters of one font and one level. */
function shape(clusters: readonly Cluster[], weight: Weight): LogicalRun {
  const [{ font, level }] = clusters as readonly [Cluster];
  const rightToLeft = level % 2 === 1;
  const texts = clusters.map((cluster) => (rightToLeft ? mirror(cluster.text, font) : cluster.text));
  const read = texts.join("");
  // Signs that belong to no script are shaped from left to right, so they are turned round here.
  const text = rightToLeft && !rightToLeftScript.test(read) ? texts.toReversed().join("") : read;
  return { text, font: font[weight], level, rightToLeft, width: widthOf(text, font[weight]) };
}

/** Shaping is the costly part of a report, and most words come more than once. */
function widthOf(text: string, { font, widths }: OpenFont): number {
  const known = widths.get(text);
  if (known !== undefined) return known;
  const width = font.layout(text, []).advanceWidth / font.unitsPerEm;
  widths.set(text, width);
  return width;
}

/** Brackets face the other way in a right-to-left text. */
function mirror(text: string, font: OpenPair): string {
  const turn = (character: string) => {
    const mirrored = bidi.getMirroredCharacter(character);
    return mirrored && font.covers(mirrored.codePointAt(0) ?? 0) ? mirrored : character;
  };
  return [...text].map(turn).join("");
}

/** Rule L2 of UAX #9: from the highest level down to the lowest odd one, what is at that level or above is reversed. */
function reorder(runs: readonly LogicalRun[]): readonly LogicalRun[] {
  let ordered = [...runs];
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level >= 1; level -= 1) {
    const next: LogicalRun[] = [];
    let held: LogicalRun[] = [];
    for (const run of ordered) {
      if (run.level >= level) {
        held.unshift(run);
      } else {
        next.push(...held, run);
        held = [];
      }
    }
    ordered = [...next, ...held];
  }
  return ordered;
}

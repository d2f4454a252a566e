import bidiFactory from "bidi-js";
import type { Cluster } from "./clusters.ts";
import type { OpenFont, OpenPair, Weight } from "./fonts.ts";

/** Letters of one font and one direction, to be drawn in one go. */
export interface Run {
  /** In the order in which it is read; the font's shaping turns a right-to-left script round. */
  readonly text: string;
  readonly font: OpenFont;
  /** In ems: times the size of the letters it is a length. */
  readonly width: number;
}

interface LogicalRun extends Run {
  readonly level: number;
}

export const bidi = bidiFactory();

const rightToLeftScript = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** The runs of one line from left to right. */
export function visualRuns(clusters: readonly Cluster[], weight: Weight): readonly Run[] {
  const runs: LogicalRun[] = [];
  for (let from = 0; from < clusters.length; ) {
    const first = clusters[from];
    let to = from + 1;
    while (first && clusters[to]?.font === first.font && clusters[to]?.level === first.level) to += 1;
    if (first) runs.push(shape(clusters.slice(from, to), first, weight));
    from = to;
  }
  return reorder(runs.filter(({ text }) => text !== ""));
}

function shape(clusters: readonly Cluster[], { font, level }: Cluster, weight: Weight): LogicalRun {
  const open = font[weight];
  const texts = clusters.map((cluster) => (level % 2 === 1 ? mirror(cluster.text, font) : cluster.text));
  const read = texts.join("");
  // Signs that belong to no script are shaped from left to right, so they are turned round here.
  const text = level % 2 === 1 && !rightToLeftScript.test(read) ? texts.toReversed().join("") : read;
  return { text, font: open, level, width: open.font.layout(text, []).advanceWidth / open.font.unitsPerEm };
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

import LineBreaker from "linebreak";
import { cleanText } from "./clean-text.ts";
import { type Cluster, splitClusters } from "./clusters.ts";
import type { Fonts, Weight } from "./fonts.ts";
import { bidi, type Run, visualRuns } from "./visual-runs.ts";

/** One line of a laid out text. */
export interface Line {
  /** From left to right. */
  readonly runs: readonly Run[];
  /** In ems, without the spaces at its end. */
  readonly width: number;
  /** As it is read, with the space at its end. */
  readonly text: string;
  /** True where the drawn letters in their drawn order are the text. */
  readonly plain: boolean;
}

/**
 * Breaks a text into lines: UAX #14 says where, UAX #9 in which order. A word that is wider than a line is broken
 * between any two characters.
 * @param widest of a line, in ems; a single character may be wider
 */
export function layOutText(text: string, fonts: Fonts, weight: Weight, widest = Number.POSITIVE_INFINITY): readonly Line[] {
  return cleanText(text)
    .split("\n")
    .flatMap((paragraph) => {
      const { levels } = bidi.getEmbeddingLevels(paragraph);
      const clusters = splitClusters(paragraph, levels, fonts);
      return fillLines(words(paragraph, clusters), weight, widest).map((line) => toLine(line, paragraph, weight));
    });
}

/** The clusters between two places where a line may break; spaces belong to the word before them. */
type Word = readonly Cluster[];

function words(paragraph: string, clusters: readonly Cluster[]): readonly Word[] {
  const breaker = new LineBreaker(paragraph);
  const found: Word[] = [];
  let from = 0;
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    const { position } = next;
    const to = clusters.findIndex(({ end }, index) => index >= from && end >= position) + 1;
    found.push(clusters.slice(from, to));
    from = to;
  }
  return found;
}

function fillLines(queue: readonly Word[], weight: Weight, widest: number): readonly (readonly Cluster[])[] {
  const lines: Cluster[][] = [[]];
  let used = 0;
  for (const word of queue.flatMap((each) => splitTooWide(each, weight, widest))) {
    if (used > 0 && used + widthOf(withoutSpaces(word), weight) > widest) {
      lines.push([]);
      used = 0;
    }
    lines.at(-1)?.push(...word);
    used += widthOf(word, weight);
  }
  return lines;
}

function splitTooWide(word: Word, weight: Weight, widest: number): readonly Word[] {
  if (widthOf(withoutSpaces(word), weight) <= widest) return [word];
  const parts: Cluster[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const cluster of word) {
    const width = widthOf([cluster], weight);
    if (used + width > widest) {
      parts.push([]);
      used = 0;
    }
    parts.at(-1)?.push(cluster);
    used += width;
  }
  return parts;
}

function toLine(clusters: readonly Cluster[], paragraph: string, weight: Weight): Line {
  const seen = withoutSpaces(clusters);
  const plain = clusters.every(({ level, replaced }) => level === 0 && !replaced);
  return {
    // A reader that joins lines needs the space between them; in a turned line it would stand in the wrong place.
    runs: visualRuns(plain ? clusters : seen, weight),
    width: widthOf(seen, weight),
    text: paragraph.slice(clusters.at(0)?.start ?? 0, clusters.at(-1)?.end ?? 0),
    plain,
  };
}

function widthOf(clusters: readonly Cluster[], weight: Weight): number {
  return visualRuns(clusters, weight).reduce((sum, { width }) => sum + width, 0);
}

function withoutSpaces(clusters: readonly Cluster[]): readonly Cluster[] {
  const last = clusters.findLastIndex(({ text }) => text.trim() !== "");
  return clusters.slice(0, last + 1);
}

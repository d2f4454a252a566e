import LineBreaker from "linebreak";
import type { Cluster } from "./clusters.ts";
import type { Weight } from "./font-files.ts";
import { visualRuns } from "./visual-runs.ts";

/**
 * Shares the clusters of a paragraph out among lines. UAX #14 says where a line may break; a word that is wider than a
 * line is broken between any two characters.
 * @param widest of a line, in ems; a single character may be wider
 */
export function fillLines(
  paragraph: string,
  clusters: readonly Cluster[],
  weight: Weight,
  widest: number,
): readonly (readonly Cluster[])[] {
  const lines: Cluster[][] = [[]];
  let used = 0;
  for (const word of words(paragraph, clusters).flatMap((each) => splitTooWide(each, weight, widest))) {
    if (used > 0 && used + widthOf(withoutSpaces(word), weight) > widest) {
      lines.push([]);
      used = 0;
    }
    lines.at(-1)?.push(...word);
    used += widthOf(word, weight);
  }
  return lines;
}

/** In ems. */
export function widthOf(clusters: readonly Cluster[], weight: Weight): number {
  return visualRuns(clusters, weight).reduce((sum, { width }) => sum + width, 0);
}

/** Without the spaces at the end. */
export function withoutSpaces(clusters: readonly Cluster[]): readonly Cluster[] {
  const last = clusters.findLastIndex(({ text }) => text.trim() !== "");
  return clusters.slice(0, last + 1);
}

/** The clusters between two places where a line may break; spaces belong to the word before them. */
type Word = readonly Cluster[];

function words(paragraph: string, clusters: readonly Cluster[]): readonly Word[] {
  const breaker = new LineBreaker(paragraph);
  const found: Word[] = [];
  let from = 0;
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    const { position } = next;
    const last = clusters.findIndex(({ end }, index) => index >= from && end >= position);
    const to = last === -1 ? clusters.length : last + 1;
    found.push(clusters.slice(from, to));
    from = to;
  }
  return found;
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

import { cleanText } from "./clean-text.ts";
import { type Cluster, splitClusters } from "./clusters.ts";
import { isolateNames, withoutDirections } from "./directions.ts";
import { fillLines, widthOf, withoutSpaces } from "./fill-lines.ts";
import type { Weight } from "./font-files.ts";
import type { Fonts } from "./fonts.ts";
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
  /** Of a paragraph in a right-to-left language that takes several lines: they begin at the right. */
  readonly fromRight: boolean;
}

/**
 * Whose a text is. `own`: a sentence of ours in English, in which a name of another script is one word whatever stands
 * around it. `given`: somebody else's, which may be in any language.
 */
export type Voice = "own" | "given";

export interface TextForm {
  readonly weight: Weight;
  readonly voice: Voice;
  /** Of a line, in ems; a single character may be wider. */
  readonly widest?: number;
}

/** Breaks a text into lines, and puts the letters of each in the order in which they are drawn (UAX #9). */
export function layOutText(text: string, fonts: Fonts, form: TextForm): readonly Line[] {
  const { weight, voice, widest = Number.POSITIVE_INFINITY } = form;
  const cleaned = cleanText(text);
  return (voice === "own" ? isolateNames(cleaned) : cleaned).split("\n").flatMap((paragraph) => {
    const { levels, paragraphs } = bidi.getEmbeddingLevels(paragraph, voice === "own" ? "ltr" : "auto");
    const clusters = splitClusters(paragraph, levels, fonts);
    const lines = fillLines(paragraph, clusters, weight, widest);
    const fromRight = lines.length > 1 && paragraphs[0]?.level === 1;
    return lines.map((line) => ({ ...toLine(line, paragraph, weight), fromRight }));
  });
}

function toLine(clusters: readonly Cluster[], paragraph: string, weight: Weight): Omit<Line, "fromRight"> {
  const seen = withoutSpaces(clusters);
  const plain = clusters.every(({ level, altered }) => level % 2 === 0 && !altered);
  return {
    // A reader that joins lines needs the space between them; in a turned line it would stand in the wrong place.
    runs: visualRuns(plain ? clusters : seen, weight),
    width: widthOf(seen, weight),
    text: withoutDirections(paragraph.slice(clusters.at(0)?.start ?? 0, clusters.at(-1)?.end ?? 0)),
    plain,
  };
}

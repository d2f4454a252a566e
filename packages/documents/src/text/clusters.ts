import type { Fonts, OpenPair } from "./fonts.ts";

/** What a reader takes for one character, and the font that draws it. */
export interface Cluster {
  /** What is drawn: without what no font has. */
  readonly text: string;
  readonly font: OpenPair;
  /** Index into the text it is part of. */
  readonly start: number;
  readonly end: number;
  /** Odd: written from right to left (UAX #9). */
  readonly level: number;
  /** Something of it could not be drawn. */
  readonly replaced: boolean;
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Steer the direction of what is around them, and are nothing themselves. */
const directionControl = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
/** May be left out where a font does not know them. */
const ignorable = /\p{Default_Ignorable_Code_Point}/u;

/** Splits a cleaned text into clusters, each with the first font that has all of it, else the first that has its base. */
export function splitClusters(text: string, levels: Uint8Array, fonts: Fonts): readonly Cluster[] {
  return [...graphemes.segment(text)].map(({ segment, index }) => {
    const wanted = segment.replaceAll(directionControl, "");
    const characters = [...wanted].filter((character) => !ignorable.test(character));
    const font = fonts.find((pair) => characters.every((character) => covers(pair, character))) ?? baseFont(fonts, characters);
    const drawn = font ? [...wanted].filter((character) => covers(font, character)).join("") : "\uFFFD";
    return {
      text: drawn,
      font: font ?? firstOf(fonts),
      start: index,
      end: index + segment.length,
      level: levels[index] ?? 0,
      replaced: font === undefined || characters.some((character) => !covers(font, character)),
    };
  });
}

function baseFont(fonts: Fonts, [base = ""]: readonly string[]): OpenPair | undefined {
  return fonts.find((pair) => covers(pair, base));
}

function covers(pair: OpenPair, character: string): boolean {
  return pair.covers(character.codePointAt(0) ?? 0);
}

function firstOf(fonts: Fonts): OpenPair {
  if (!fonts[0]) throw new Error("A text cannot be laid out without a font");
  return fonts[0];
}

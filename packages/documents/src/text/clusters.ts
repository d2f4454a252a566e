import { withoutDirections } from "./directions.ts";
import type { Fonts, OpenPair } from "./fonts.ts";

/** What a reader takes for one character, and the font that draws it. */
export interface Cluster {
  /** What is drawn: without what no font has, and in the order in which it is shaped. */
  readonly text: string;
  readonly font: OpenPair;
  /** Index into the text it is part of. */
  readonly start: number;
  readonly end: number;
  /** Odd: written from right to left (UAX #9). */
  readonly level: number;
  /** What is drawn is not what is read. */
  readonly altered: boolean;
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** May be left out where a font does not know them. */
const ignorable = /\p{Default_Ignorable_Code_Point}/u;

/** Scripts of which some vowels stand before the consonant they are read after. */
const reordered = /[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}]/u;

/** Splits a cleaned text into clusters, each with the first font that has all of it, else the first that has its base. */
export function splitClusters(text: string, levels: Uint8Array, fonts: Fonts): readonly Cluster[] {
  return [...graphemes.segment(text)].map(({ segment, index }) => {
    const wanted = withoutDirections(segment);
    const characters = [...wanted].filter((character) => !ignorable.test(character));
    const font =
      fonts.find((pair) => characters.every((character) => covers(pair, character))) ??
      baseFont(fonts, characters);
    const known = font ? [...wanted].filter((character) => covers(font, character)).join("") : "\uFFFD";
    const drawn = inShapingOrder(known);
    return {
      text: drawn,
      font: font ?? firstOf(fonts),
      start: index,
      end: index + segment.length,
      level: levels[index] ?? 0,
      altered: drawn !== wanted || reordered.test(segment),
    };
  });
}

/** What HarfBuzz does and fontkit leaves out or does badly: the shadda is nearest to its letter, and so is the ring of the Thai am. */
function inShapingOrder(text: string): string {
  return text
    .replaceAll(/([\u064B-\u0650\u0652-\u0656\u0670]+)(\u0651)/g, "$2$1")
    .replaceAll(/([\u0E48-\u0E4B]?)\u0E33/g, "\u0E4D$1\u0E32");
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

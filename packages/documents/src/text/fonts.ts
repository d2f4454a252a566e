import { create, type Font } from "fontkit";
import { cleanText } from "./clean-text.ts";
import { familiesFor } from "./font-families.ts";
import { type FontFile, fontFiles, type Weight } from "./font-files.ts";

/** One font file at one weight, cut down to the characters of the document. */
export interface OpenFont {
  /** Unique in its {@link Fonts}. */
  readonly key: string;
  readonly bytes: Uint8Array;
  readonly font: Font;
  /** Of texts measured before, in ems. */
  readonly widths: Map<string, number>;
}

export type OpenPair = Readonly<Record<Weight, OpenFont>> & {
  readonly covers: (codePoint: number) => boolean;
};

/** The open fonts of one document, the one to ask first in front; never none. */
export type Fonts = readonly OpenPair[];

/** What every document may need whatever its data says. */
const always = `${String.fromCodePoint(...Array.from({ length: 0x5f }, (_, index) => 0x20 + index))} –—…“”·°\uFFFD`;

/** Opens the fonts that `text` needs and no others: of 300 files, a report in English takes one. */
export async function openFonts(text: string): Promise<Fonts> {
  const missing = codePointsOf(cleanText(always + text));
  // Shaping takes vowels of Indic scripts and Thai apart, so that the parts are needed too.
  const wanted = missing.union(codePointsOf(text.normalize("NFKD")));
  const fonts: OpenPair[] = [];
  for (const family of familiesFor(text)) {
    if (missing.size === 0) break;
    for (const file of await fontFiles(family)) {
      if (![...missing].some(file.declares)) continue;
      // The whole document's characters, those found before too: an accent must be in the font of its letter.
      const pair = await openPair(file, String.fromCodePoint(...[...wanted].filter(file.declares)));
      for (const codePoint of [...missing].filter(pair.covers)) missing.delete(codePoint);
      fonts.push(pair);
    }
  }
  return fonts;
}

function codePointsOf(text: string): Set<number> {
  return new Set([...text].map((character) => character.codePointAt(0) ?? 0));
}

async function openPair({ key, cut }: FontFile, characters: string): Promise<OpenPair> {
  const open = async (weight: Weight): Promise<OpenFont> => {
    const bytes = await cut(characters, weight);
    return { key: `${key} ${weight}`, bytes, font: create(bytes) as Font, widths: new Map() };
  };
  const regular = await open("regular");
  const covered = coverage(regular.font);
  return { regular, bold: await open("bold"), covers: (codePoint) => covered.has(codePoint) };
}

/** A package may declare characters that its file has no glyph for; cut down to those alone a font has no `cmap`. */
function coverage(font: Font): ReadonlySet<number> {
  try {
    return new Set(font.characterSet);
  } catch {
    return new Set();
  }
}

import { readFile } from "node:fs/promises";
import { create, type Font } from "fontkit";
import subsetFont from "subset-font";
import { cleanText } from "./clean-text.ts";
import { familiesFor } from "./font-families.ts";
import { fontFiles } from "./font-files.ts";

export type Weight = "regular" | "bold";

/** One font file at one weight, cut down to the characters of the document. */
export interface OpenFont {
  /** Unique in its {@link Fonts}. */
  readonly key: string;
  readonly bytes: Uint8Array;
  readonly font: Font;
}

export type OpenPair = Readonly<Record<Weight, OpenFont>> & {
  readonly covers: (codePoint: number) => boolean;
};

/** The open fonts of one document, the one to ask first in front; never none. */
export type Fonts = readonly OpenPair[];

/** What every document may need whatever its data says. */
const always = `${String.fromCodePoint(...Array.from({ length: 0x5f }, (_, index) => 0x20 + index))} –—…’“”·•×°±−\uFFFD`;

const weights: Readonly<Record<Weight, number>> = { regular: 400, bold: 700 };

/**
 * Opens the fonts that `text` needs and no others; of 300 files a report in English takes one. A variable font has to be
 * cut at one weight before it can be embedded: pdfkit's own subsetter fails on them (fontkit 2.0.4), HarfBuzz's does not.
 */
export async function openFonts(text: string): Promise<Fonts> {
  const wanted = new Set([...cleanText(always + text)].map((character) => character.codePointAt(0) ?? 0));
  const missing = new Set(wanted);
  const fonts: OpenPair[] = [];
  for (const family of familiesFor(text)) {
    if (missing.size === 0) break;
    for (const { path, declares } of await fontFiles(family)) {
      if (![...missing].some(declares)) continue;
      // The whole document's characters, those found before too: an accent must be in the font of its letter.
      const pair = await openPair(path, [...wanted].filter(declares));
      for (const codePoint of [...missing].filter(pair.covers)) missing.delete(codePoint);
      fonts.push(pair);
    }
  }
  return fonts;
}

async function openPair(path: string, codePoints: readonly number[]): Promise<OpenPair> {
  const file = await readFile(path);
  const open = async (weight: Weight): Promise<OpenFont> => {
    const bytes = await subsetFont(file, String.fromCodePoint(...codePoints), {
      targetFormat: "truetype",
      variationAxes: { wght: weights[weight] },
    });
    return { key: `${path} ${weight}`, bytes, font: create(bytes) as Font };
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

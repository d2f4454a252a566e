import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import subsetFont from "subset-font";
import type { FontFamily } from "./font-families.ts";

export type Weight = "regular" | "bold";

/** The characters of one script in one family. */
export interface FontFile {
  readonly key: string;
  /** Whether the package says that the file has a character. */
  readonly declares: (codePoint: number) => boolean;
  /**
   * The font at one weight, cut down to some of its characters. A variable font has to be cut before it can be embedded:
   * pdfkit's own way fails on them (fontkit 2.0.4), HarfBuzz's does not.
   */
  readonly cut: (characters: string, weight: Weight) => Promise<Buffer>;
}

const { resolve } = createRequire(import.meta.url);
const weights: Readonly<Record<Weight, number>> = { regular: 400, bold: 700 };

/** The files of a family in the order in which they are asked. */
export async function fontFiles(family: FontFamily): Promise<readonly FontFile[]> {
  const { name, subsets, variable, features } = family;
  const folder = `${variable ? "@fontsource-variable" : "@fontsource"}/${name}`;
  const declared = JSON.parse(await readFile(resolve(`${folder}/unicode.json`), "utf8")) as Record<
    string,
    string
  >;
  // The Latin letters of the large families are those of noto-sans, which was asked before; numbered files are the rest.
  const wanted = subsets ?? Object.keys(declared).filter((subset) => subset.startsWith("["));
  return wanted.map((subset) => {
    const key = `${name}-${subset.replaceAll(/[[\]]/g, "")}`;
    return {
      key,
      declares: withinRanges(declared[subset] ?? ""),
      cut: async (characters, weight) => {
        const file = await readFile(
          resolve(`${folder}/files/${key}-${variable ? "wght" : weights[weight]}-normal.woff2`),
        );
        return subsetFont(file, characters, {
          targetFormat: "truetype",
          ...(variable ? { variationAxes: { wght: weights[weight] } } : {}),
          ...(features ? { keepFeatures: features } : {}),
        });
      },
    };
  });
}

/** `U+0600-06FF,U+FE70` as a test. */
function withinRanges(text: string): (codePoint: number) => boolean {
  const ranges = text
    .split(",")
    .map((range) => range.replace("U+", "").split("-"))
    .map(([from = "", to = from]) => [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const);
  return (codePoint) => ranges.some(([from, to]) => from <= codePoint && codePoint <= to);
}

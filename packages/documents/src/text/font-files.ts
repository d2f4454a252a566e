import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { FontFamily } from "./font-families.ts";

/** One file of a family, and the characters it was cut for. */
export interface FontFile {
  readonly path: string;
  readonly declares: (codePoint: number) => boolean;
}

const { resolve } = createRequire(import.meta.url);

/** The files of a family in the order in which they are asked, with the ranges that the package declares for them. */
export async function fontFiles({ name, subsets }: FontFamily): Promise<readonly FontFile[]> {
  const folder = `@fontsource-variable/${name}`;
  const listed = JSON.parse(await readFile(resolve(`${folder}/unicode.json`), "utf8")) as Record<string, string>;
  // The Latin letters of the large families are those of noto-sans, which was asked before; numbered files are the rest.
  const wanted = subsets ?? Object.keys(listed).filter((subset) => subset.startsWith("["));
  return wanted.map((subset) => ({
    path: resolve(`${folder}/files/${name}-${subset.replaceAll(/[[\]]/g, "")}-wght-normal.woff2`),
    declares: withinRanges(listed[subset] ?? ""),
  }));
}

/** `U+0600-06FF,U+FE70` as a test. */
function withinRanges(text: string): (codePoint: number) => boolean {
  const ranges = text
    .split(",")
    .map((range) => range.replace("U+", "").split("-"))
    .map(([from = "", to = from]) => [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const);
  return (codePoint) => ranges.some(([from, to]) => from <= codePoint && codePoint <= to);
}

import { existsSync, readdirSync, readFileSync } from "node:fs";

/** A page of the documentation: a Markdown file of the repository's `docs` folder. */
export interface Page {
  /** From the docs folder, with forward slashes: `integrate/errors.md`. */
  readonly file: string;
  /** Below `/docs/`; empty for the first page. A folder's README.md stands for the folder. */
  readonly path: string;
  /** The first heading, without its marks. */
  readonly title: string;
  /** The first sentence of the text, plain and on one line. */
  readonly summary: string;
  readonly markdown: string;
}

/** The folder `docs` at the root of the repository. */
const docsFolder = new URL("../../../../../docs/", import.meta.url);

/** Reads every page once, so that no request ever names a file. None where the server runs without the repository. */
export function readPages(folder: URL = docsFolder): readonly Page[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".md"))
    .toSorted()
    .map((file) => describePage(file, readFileSync(new URL(file, folder), "utf8")));
}

export function describePage(file: string, markdown: string): Page {
  const [heading = "", ...blocks] = markdown.split(/\n{2,}/);
  const paragraph = plainText(blocks.find((text) => !startsOtherBlock.test(text)) ?? "");
  return {
    file,
    path: pathOf(file),
    title: plainText(heading.replace(/^#\s+/, "")),
    summary: /^.*?[.?!](?=\s|$)/.exec(paragraph)?.[0] ?? paragraph,
    markdown,
  };
}

/** A heading, a table, a quotation, a fence or a list: no paragraph. */
const startsOtherBlock = /^(#|\||>|```|[-*] |\d+\. )/;

/** `errors/README.md` → `errors`, `errors/not-found.md` → `errors/not-found`. */
export function pathOf(file: string): string {
  return file.replace(/(^|\/)README\.md$/, "").replace(/\.md$/, "");
}

function plainText(markdown: string): string {
  return markdown
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll(/[`*]/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

import type { Page } from "./read-pages.ts";

export interface Section {
  readonly title: string;
  readonly pages: readonly Page[];
}

/** Folder of `docs` → the heading its pages stand under; in this order. Pages of other folders come last. */
const titles: Readonly<Record<string, string>> = {
  "": "Start",
  integrate: "Integrate",
  operate: "Operate",
  errors: "Errors",
  decisions: "Decisions",
};

/** The pages by folder, a folder's own page first. */
export function sections(pages: readonly Page[]): readonly Section[] {
  const byFolder = Map.groupBy(pages, ({ file }) =>
    file.includes("/") ? file.slice(0, file.indexOf("/")) : "",
  );
  const known = Object.keys(titles);
  const folders = [...known, ...[...byFolder.keys()].filter((folder) => !known.includes(folder))];
  return folders.flatMap((folder) => {
    const inFolder = byFolder.get(folder);
    return inFolder ? [{ title: titles[folder] ?? folder, pages: inFolder.toSorted(ownPageFirst) }] : [];
  });
}

function ownPageFirst(a: Page, b: Page): number {
  return Number(b.file.endsWith("README.md")) - Number(a.file.endsWith("README.md"));
}

import type { Page } from "./read-pages.ts";

export interface Section {
  readonly title: string;
  readonly pages: readonly Page[];
}

/** Folder of `docs` → the heading its pages stand under; in this order. Pages of other folders come last. */
const titles: Readonly<Record<string, string>> = {
  "": "Start",
  integrate: "Integrate",
  reference: "Reference",
  operate: "Operate",
  errors: "Errors",
  decisions: "Decisions",
};

/** The pages by folder: a folder's own page first, the others in the order in which the first page names them. */
export function sections(pages: readonly Page[]): readonly Section[] {
  const contents = pages.find(({ path }) => path === "")?.markdown ?? "";
  const byFolder = Map.groupBy(pages, folderOf);
  const known = Object.keys(titles);
  const folders = [...known, ...[...byFolder.keys()].filter((folder) => !known.includes(folder))];
  return folders.flatMap((folder) => {
    const inFolder = byFolder.get(folder);
    if (!inFolder) return [];
    const inOrder = inFolder.toSorted((a, b) => placeOf(a, contents) - placeOf(b, contents));
    return [{ title: titles[folder] ?? folder, pages: inOrder }];
  });
}

function folderOf({ file }: Page): string {
  return file.includes("/") ? file.slice(0, file.indexOf("/")) : "";
}

function placeOf({ file }: Page, contents: string): number {
  if (file.endsWith("README.md")) return -1;
  const place = contents.indexOf(`(${file})`);
  return place === -1 ? contents.length : place;
}

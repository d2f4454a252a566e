import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");
const pages = readdirSync(root).filter((name) => name.endsWith(".md"));

test.each(pages)("every link of %s within the repository leads to a file", (page) => {
  const links = [...readFileSync(join(root, page), "utf8").matchAll(/\]\(([^)]+)\)/g)].map(
    ([, link = ""]) => link,
  );
  const files = links.filter((link) => !/^(\w+:|#)/.test(link)).map((link) => link.replace(/#.*/, ""));
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});

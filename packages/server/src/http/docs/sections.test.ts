import { expect, test } from "vitest";
import { describePage } from "./read-pages.ts";
import { sections } from "./sections.ts";

const page = (file: string, markdown = `# ${file}\n`) => describePage(file, markdown);

test("folders have their order, and pages the one in which the first page names them", () => {
  const pages = [
    page("README.md", "# Docs\n\nThe [second](integrate/b.md) and the [first](integrate/a.md).\n"),
    page("errors/README.md"),
    page("errors/a-code.md"),
    page("extra/page.md"),
    page("integrate/0-not-named.md"),
    page("integrate/a.md"),
    page("integrate/b.md"),
  ];
  expect(sections(pages).map(({ title, pages }) => [title, pages.map(({ file }) => file)])).toEqual([
    ["Start", ["README.md"]],
    ["Integrate", ["integrate/b.md", "integrate/a.md", "integrate/0-not-named.md"]],
    ["Errors", ["errors/README.md", "errors/a-code.md"]],
    ["extra", ["extra/page.md"]],
  ]);
});

import { expect, test } from "vitest";
import { describePage, pathOf, readPages } from "./read-pages.ts";

test("a page is known by its first heading and its first paragraph, without marks", () => {
  const markdown = "# `not-found`\n\nThere is **no** such\n[thing](thing.md).\n\n## What to do\n\nLook.\n";
  expect(describePage("errors/not-found.md", markdown)).toEqual({
    file: "errors/not-found.md",
    path: "errors/not-found",
    title: "not-found",
    summary: "There is no such thing.",
    markdown,
  });
});

test("what stands before the first paragraph is not the summary", () => {
  expect(describePage("a.md", "# A\n\n| a | b |\n| - | - |\n\n```sh\nx\n```\n\nThe text.\n").summary).toBe(
    "The text.",
  );
});

test.each([
  ["README.md", ""],
  ["callout-lifecycle.md", "callout-lifecycle"],
  ["errors/README.md", "errors"],
  ["errors/not-found.md", "errors/not-found"],
])("%s is served at /docs/%s", (file, path) => {
  expect(pathOf(file)).toBe(path);
});

test("every page of the repository has a title and a summary of one line", () => {
  const pages = readPages();
  expect(pages.length).toBeGreaterThan(10);
  expect(
    pages.filter(({ title, summary }) => title === "" || summary === "" || summary.includes("\n")),
  ).toEqual([]);
});

test("without the repository around the server there are no pages, and no failure", () => {
  expect(readPages(new URL("file:///nowhere/docs/"))).toEqual([]);
});

import { expect, test } from "vitest";
import { describePage, pathOf, readPages } from "./read-pages.ts";

test("a page is known by its first heading and its first sentence, without marks", () => {
  const markdown =
    "# `not-found`\n\nThere is **no** such\n[thing](thing.md). Nor was there.\n\n## What to do\n\nLook.\n";
  expect(describePage("errors/not-found.md", markdown)).toEqual({
    file: "errors/not-found.md",
    path: "errors/not-found",
    title: "not-found",
    summary: "There is no such thing.",
    markdown,
  });
});

test.each([
  ["# A\n\n| a | b |\n| - | - |\n\n```sh\nx\n```\n\n1. one\n\n- two\n\nThe text.\n", "The text."],
  ["# A\n\n`npm start` runs it.\n", "npm start runs it."],
  ["# A\n\nTo 127.0.0.1:8080, without a full stop\n", "To 127.0.0.1:8080, without a full stop"],
  ["# A\n", ""],
])("the summary of %j is %j", (markdown, summary) => {
  expect(describePage("a.md", markdown).summary).toBe(summary);
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

import { expect, test } from "vitest";
import { llmsFullText, llmsText } from "./llms-text.ts";
import { describePage } from "./read-pages.ts";

const url = "https://callouts.example.com";
const pages = [
  describePage("decisions/0001-a.md", "# 0001 A\n\nBecause.\n"),
  describePage("errors/README.md", "# Error codes\n\nAll of them.\n"),
  describePage("errors/a-code.md", "# `a-code`\n\nOne of them.\n"),
  describePage("README.md", "# Docs\n\nStart.\n"),
];
const apis = [
  { documentPath: "/openapi.json", info: { title: "Panic API", description: "" } },
  { documentPath: "/openapi-other.json", info: { title: "Another door", description: "" } },
];

test("llms.txt: title, summary, then sections of links to Markdown, each with a line about it", () => {
  const lines = llmsText(pages, url, apis).split("\n");
  expect(lines[0]).toBe("# Tocsin");
  expect(lines[2]).toMatch(/^> \S/);
  expect(lines.filter((line) => line.startsWith("## "))).toEqual([
    "## Contract",
    "## Start",
    "## Errors",
    "## Optional",
  ]);
  expect(lines).toContain(
    `- [Another door, OpenAPI 3.1](${url}/openapi-other.json): every operation, with schemas, errors and examples`,
  );
  expect(lines).toContain(`- [Error codes](${url}/docs/errors/README.md): All of them.`);
  expect(
    lines
      .slice(3)
      .filter((line) => line !== "" && !/^(## \w+|- \[[^\]]+\]\(https:\/\/\S+\): \S.*)$/.test(line)),
  ).toEqual([]);
});

test("llms-full.txt: every page whole, with where it comes from, in the same order", () => {
  const text = llmsFullText(pages, url);
  expect([...text.matchAll(/^Source: (\S+)$/gm)].map(([, source]) => source)).toEqual([
    `${url}/docs/README.md`,
    `${url}/docs/errors/README.md`,
    `${url}/docs/errors/a-code.md`,
    `${url}/docs/decisions/0001-a.md`,
  ]);
  expect(text).toContain("# `a-code`\n\nOne of them.");
});

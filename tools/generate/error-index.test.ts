import { expect, test } from "vitest";
import { errorCodes } from "../../packages/server/src/errors.ts";
import { indexPage } from "./error-index.ts";

const pages = new Map(
  Object.entries(errorCodes).map(([code, status]) => [
    code,
    `# \`${code}\`\n\nMeaning of ${code}.\n\nStatus ${status}.\n\n## What to do\n\nThis.\n`,
  ]),
);

test("lists every code with its status, its meaning and a link to its page", () => {
  const index = indexPage(pages);
  for (const [code, status] of Object.entries(errorCodes)) {
    expect(index).toContain(`| ${status} | [\`${code}\`](${code}.md) | Meaning of ${code}. |`);
  }
});

test.each([
  ["is missing", undefined, "not-found.md is missing"],
  ["has another title", "# Absent\n\nMeaning. 404\n\n## What to do\n", "the title must be not-found"],
  ["says nothing", "# not-found\n\n## What to do\n\n| 404 |\n", "the first sentence must say what it means"],
  ["names another status", "# not-found\n\nMeaning. 410\n\n## What to do\n", "must name the status 404"],
  ["leaves the reader alone", "# not-found\n\nMeaning. 404\n", 'must have a section "What to do"'],
])("refuses a registry in which a page %s", (_what, page, problem) => {
  const changed = new Map(pages);
  if (page === undefined) changed.delete("not-found");
  else changed.set("not-found", page);
  expect(() => indexPage(changed)).toThrow(problem);
});

test("refuses a page of a code that is no more", () => {
  expect(() => indexPage(new Map([...pages, ["gone", "# gone\n"]]))).toThrow("gone.md: no such code");
});

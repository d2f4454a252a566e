import { describe, expect, test } from "vitest";
import { pageAddress, renderMarkdown } from "./render-markdown.ts";

test("HTML in a page is text, not markup", () => {
  const { html } = renderMarkdown("<script>alert(1)</script>\n\n[x](javascript:alert(1))\n", "a.md", "");
  expect(html).not.toContain("<script>");
  expect(html).not.toContain("href");
});

test("tables and code can be scrolled by keyboard", () => {
  const { html } = renderMarkdown("| a |\n| --- |\n| 1 |\n\n```sh\nls\n```\n", "a.md", "");
  expect(html).toContain('<div class="scroll" tabindex="0"><table>');
  expect(html).toContain('<pre tabindex="0"><code class="language-sh">');
});

test("headings have the ids that code hosts give them, twins told apart", () => {
  const { html, headings } = renderMarkdown("# A b, `c`\n\n## Errors\n\n## Errors\n", "a.md", "");
  expect(headings).toEqual([
    { level: 1, id: "a-b-c", text: "A b, c" },
    { level: 2, id: "errors", text: "Errors" },
    { level: 2, id: "errors-1", text: "Errors" },
  ]);
  expect(html).toContain('<h2 id="errors-1">');
});

describe("a link between pages", () => {
  test.each([
    ["errors.md", "integrate/tokens.md", "/docs/integrate/errors"],
    ["../errors/not-found.md#what-to-do", "integrate/errors.md", "/docs/errors/not-found#what-to-do"],
    ["README.md", "errors/not-found.md", "/docs/errors"],
    ["../README.md", "errors/README.md", "/docs"],
    ["#here", "a.md", "#here"],
    ["https://example.com/a.md", "a.md", "https://example.com/a.md"],
  ])("%s in %s leads to %s", (href, file, address) => {
    expect(pageAddress(href, file, "")).toBe(address);
  });

  test("keeps the path that the server is reached under", () => {
    expect(renderMarkdown("[e](errors/README.md)", "README.md", "/callouts").html).toContain(
      'href="/callouts/docs/errors"',
    );
  });
});

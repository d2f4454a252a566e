import { escapeHtml } from "../hosted/escape-html.ts";
import type { Page } from "./read-pages.ts";
import type { Heading, RenderedPage } from "./render-markdown.ts";
import type { Section } from "./sections.ts";

export interface View {
  readonly page: Page;
  readonly rendered: RenderedPage;
  readonly sections: readonly Section[];
  /** Path that `/docs` stands under, without a trailing slash. */
  readonly base: string;
  /** Paths of the OpenAPI documents. */
  readonly documents: readonly string[];
}

/** A page of the documentation as HTML: readable on any screen, by any reader, without JavaScript. */
export function pageHtml({ page, rendered, sections, base, documents }: View): string {
  const title = page.path === "" ? page.title : `${page.title} · Tocsin`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<meta name="description" content="${escapeHtml(page.summary)}">
<link rel="stylesheet" href="${base}/docs/style.css">
<link rel="alternate" type="text/markdown" href="${base}/docs/${page.file}">
</head>
<body>
<a class="skip" href="#content">Skip to the text</a>
<header>
<a href="${base}/docs">Tocsin</a>
<nav aria-label="For programs">
${documents.map((path) => `<a href="${base}${path}">${path.slice(1)}</a>`).join("\n")}
<a href="${base}/docs/${page.file}">This page as Markdown</a>
</nav>
</header>
<div class="columns">
<nav class="pages" aria-label="Documentation">
${sections.map((section) => sectionHtml(section, page, base)).join("\n")}
</nav>
<main id="content">
${rendered.html}</main>
${outlineHtml(rendered.headings)}
</div>
</body>
</html>
`;
}

function sectionHtml({ title, pages }: Section, current: Page, base: string): string {
  const items = pages.map((page) => {
    const here = page.file === current.file ? ' aria-current="page"' : "";
    const address = page.path === "" ? `${base}/docs` : `${base}/docs/${page.path}`;
    return `<li><a href="${address}"${here}>${escapeHtml(page.title)}</a></li>`;
  });
  const open = pages.includes(current) || pages.length <= 6 ? " open" : "";
  return `<details${open}><summary>${escapeHtml(title)}</summary><ul>${items.join("")}</ul></details>`;
}

/** The parts of a long page; short ones need none. */
function outlineHtml(headings: readonly Heading[]): string {
  const parts = headings.filter(({ level }) => level === 2 || level === 3);
  if (parts.length < 4) return "";
  const items = parts.map(
    ({ level, id, text }) => `<li class="level-${level}"><a href="#${id}">${escapeHtml(text)}</a></li>`,
  );
  return `<nav class="outline" aria-label="On this page"><ul>${items.join("")}</ul></nav>`;
}

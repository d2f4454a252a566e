import MarkdownIt, { type Token } from "markdown-it";
import { pathOf } from "./read-pages.ts";

/** A heading of a rendered page. */
export interface Heading {
  readonly level: number;
  readonly id: string;
  readonly text: string;
}

export interface RenderedPage {
  readonly html: string;
  readonly headings: readonly Heading[];
}

/**
 * Renders a page as HTML: headings get ids, tables and code can be scrolled by keyboard, and links between pages, which name
 * files so that they work in the repository too, name pages.
 * @param file the page's own file, which its links start from
 * @param base path that `/docs` stands under, without a trailing slash; empty at the root of a host
 */
export function renderMarkdown(markdown: string, file: string, base: string): RenderedPage {
  const renderer = new MarkdownIt({ html: false, linkify: false });
  const { rules } = renderer.renderer;
  rules.table_open = () => '<div class="scroll" tabindex="0"><table>\n';
  rules.table_close = () => "</table></div>\n";
  const fence = rules.fence;
  rules.fence = (...args) => fence?.(...args).replace("<pre>", '<pre tabindex="0">') ?? "";
  const tokens = renderer.parse(markdown, {});
  const headings = nameHeadings(tokens);
  for (const link of tokens.flatMap(({ children }) => children ?? [])) {
    const href = link.type === "link_open" ? link.attrGet("href") : null;
    if (typeof href === "string") link.attrSet("href", pageAddress(href, file, base));
  }
  return { html: renderer.renderer.render(tokens, renderer.options, {}), headings };
}

/** The address of the page that a link from `file` means; what is no page of ours stays as it is. */
export function pageAddress(href: string, file: string, base: string): string {
  if (/^([a-z][a-z\d+.-]*:|[/#])/i.test(href)) return href;
  const { pathname, hash } = new URL(href, `file:///docs/${file}`);
  return `${base}/${pathOf(pathname.slice(1)).replace(/\/$/, "")}${hash}`;
}

/** The id of a heading, as code hosts make it. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replaceAll(/\s/g, "-");
}

function nameHeadings(tokens: readonly Token[]): Heading[] {
  const taken = new Map<string, number>();
  return tokens.flatMap((token, index): Heading[] => {
    const inline = tokens[index + 1];
    if (token.type !== "heading_open" || !inline) return [];
    const text = (inline.children ?? []).map(({ content }) => content).join("");
    const wanted = slug(text);
    const before = taken.get(wanted) ?? 0;
    taken.set(wanted, before + 1);
    const id = before === 0 ? wanted : `${wanted}-${before}`;
    token.attrSet("id", id);
    return [{ level: Number(token.tag.slice(1)), id, text }];
  });
}

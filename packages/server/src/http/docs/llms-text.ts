import type { Api } from "../openapi/doors.ts";
import type { Page } from "./read-pages.ts";
import { sections } from "./sections.ts";

const title = "Tocsin";
const summary =
  "Open, self-hostable emergency-callout platform that speaks the Panic API v2: a partner registers places, raises a callout " +
  "when an alarm sounds, and follows it until it is closed.";

type ApiDocument = Pick<Api, "documentPath" | "info">;

/**
 * `/llms.txt` as https://llmstxt.org describes it: what this is, and where each page is to be had as Markdown.
 * @param url absolute base of the server, without a trailing slash
 */
export function llmsText(pages: readonly Page[], url: string, apis: readonly ApiDocument[]): string {
  const lists = sections(pages).map(({ title, pages }) => {
    const links = pages.map((page) => `- [${page.title}](${url}/docs/${page.file}): ${page.summary}`);
    // the one heading that llmstxt.org gives a meaning to: may be left out for a shorter context
    return `## ${title === "Decisions" ? "Optional" : title}\n\n${links.join("\n")}`;
  });
  const documents = apis.map(
    ({ info, documentPath }) =>
      `- [${info.title}, OpenAPI 3.1](${url}${documentPath}): every operation, with schemas, errors and examples`,
  );
  const contract = `## Contract\n\n${documents.join("\n")}`;
  return `${[`# ${title}`, `> ${summary}`, contract, ...lists].join("\n\n")}\n`;
}

/** `/llms-full.txt`: every page, one after another. */
export function llmsFullText(pages: readonly Page[], url: string): string {
  const each = sections(pages).flatMap(({ pages }) =>
    pages.map(({ file, markdown }) => `Source: ${url}/docs/${file}\n\n${markdown.trim()}`),
  );
  return `${each.join("\n\n---\n\n")}\n`;
}

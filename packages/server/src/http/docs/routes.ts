import { readFileSync } from "node:fs";
import type { FastifyInstance, FastifyReply } from "fastify";
import type { AppContext } from "../../context.ts";
import { notFound } from "../../errors.ts";
import { openApiDocument } from "../openapi/document.ts";
import type { Api } from "../openapi/doors.ts";
import { pageHtml } from "./layout.ts";
import { llmsFullText, llmsText } from "./llms-text.ts";
import { type Page, readPages } from "./read-pages.ts";
import { referenceMarkdown } from "./reference.ts";
import { renderMarkdown } from "./render-markdown.ts";
import { sections } from "./sections.ts";

const contentSecurityPolicy =
  "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * The documentation: `/docs` with the API reference, `/docs/<page>` as HTML, the same with `.md` as Markdown, and
 * `/llms.txt` and `/llms-full.txt` for programs that read. The pages are a list made at start: no request names a file.
 */
export function docsRoutes(app: FastifyInstance, { settings }: AppContext, apis: readonly Api[]): void {
  const files = readPages();
  const style = readFileSync(new URL("style.css", import.meta.url), "utf8");
  const html = new Map<string, string>();
  let complete: readonly Page[] | undefined;

  /** The pages, some of them with the reference of a door; made when first asked for, so that the start does not wait for it. */
  function pages(): readonly Page[] {
    complete ??= files.map((page) => {
      const api = apis.find((each) => each.page === page.path);
      return api ? withReference(page, api, settings.publicUrl) : page;
    });
    return complete;
  }

  function htmlOf(page: Page): string {
    const known = html.get(page.file);
    if (known !== undefined) return known;
    const base = new URL(settings.publicUrl).pathname.replace(/\/$/, "");
    const rendered = renderMarkdown(page.markdown, page.file, base);
    const documents = apis.map(({ documentPath }) => documentPath);
    const text = pageHtml({ page, rendered, sections: sections(files), base, documents });
    html.set(page.file, text);
    return text;
  }

  function sendPage(address: string, reply: FastifyReply): FastifyReply {
    const asFile = pages().find(({ file }) => file === address);
    if (asFile) return sendText(reply, "text/markdown", asFile.markdown);
    const page = pages().find(({ path }) => path === address);
    if (!page) throw notFound(`A page ${JSON.stringify(address)} of the documentation`);
    return sendText(reply, "text/html", htmlOf(page));
  }

  // whoever opens the address in a browser looks for something to read
  app.get("/", async (_request, reply) => reply.redirect(`${settings.publicUrl}/docs`));
  app.get("/docs", async (_request, reply) => sendPage("", reply));
  app.get<{ Params: { "*": string } }>("/docs/*", async (request, reply) =>
    sendPage(request.params["*"], reply),
  );
  app.get("/docs/style.css", async (_request, reply) => sendText(reply, "text/css", style));
  app.get("/llms.txt", async (_request, reply) =>
    sendText(reply, "text/plain", llmsText(pages(), settings.publicUrl, apis)),
  );
  app.get("/llms-full.txt", async (_request, reply) =>
    sendText(reply, "text/plain", llmsFullText(pages(), settings.publicUrl)),
  );
}

function withReference(page: Page, api: Api, url: string): Page {
  const document = openApiDocument(api.operations, url, undefined, api);
  const root = page.path.includes("/") ? "../" : "";
  const reference = referenceMarkdown(document, { root, tokensPage: api.tokensPage });
  return { ...page, markdown: `${page.markdown.trim()}\n\n${reference}\n` };
}

function sendText(reply: FastifyReply, type: string, text: string): FastifyReply {
  return reply
    .type(`${type}; charset=utf-8`)
    .header("content-security-policy", contentSecurityPolicy)
    .header("x-content-type-options", "nosniff")
    .header("referrer-policy", "no-referrer")
    .header("cache-control", "public, max-age=300")
    .send(text);
}

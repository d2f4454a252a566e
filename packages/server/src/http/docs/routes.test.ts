import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { apis } from "../app.ts";
import { readPages } from "./read-pages.ts";

const system = useSystem();
const pages = readPages();

const get = (path: string) => system.request({ method: "GET", path, token: null });

test("/docs is the first page, in HTML that runs nothing", async () => {
  const { status, text, headers } = await get("/docs");
  expect(status).toBe(200);
  expect(headers["content-type"]).toBe("text/html; charset=utf-8");
  expect(headers["content-security-policy"]).toMatch(/^default-src 'none'; style-src 'self';/);
  expect(text).not.toMatch(/<script|<style|\sstyle=|\son\w+=/);
});

test.each(apis)(
  "/docs/$page has the reference of every operation of $documentPath",
  async ({ page, operations }) => {
    const { text } = await get(`/docs/${page}`);
    for (const { summary } of operations) {
      const escaped = RegExp.escape(summary).replaceAll(RegExp.escape("'"), "(?:'|&#39;)");
      expect(text).toMatch(new RegExp(`<h3 [^>]*>${escaped}</h3>`));
    }
  },
);

test("the bare address leads there", async () => {
  expect(await get("/")).toMatchObject({ status: 302, headers: { location: "https://tocsin.test/docs" } });
});

describe("every page", () => {
  test.each(pages)("/docs/$path, and $file as Markdown", async ({ file, path, title }) => {
    const html = await get(`/docs/${path}`);
    expect(html.status).toBe(200);
    expect(html.text).toContain(`<link rel="alternate" type="text/markdown" href="/docs/${file}">`);
    const headings = [...html.text.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level));
    expect(headings.filter((level) => level === 1)).toHaveLength(1);
    expect(headings.filter((level, index) => level > (headings[index - 1] ?? 0) + 1)).toEqual([]);
    const markdown = await get(`/docs/${file}`);
    expect(markdown.headers["content-type"]).toBe("text/markdown; charset=utf-8");
    expect(markdown.text).toMatch(new RegExp(`^# \`?${title.replaceAll(/[()]/g, ".")}\`?\n`));
  });

  test("links only to pages and headings that are there", async () => {
    const ids = new Map<string, Set<string>>();
    const links: [from: string, to: string][] = [];
    for (const { path } of pages) {
      const address = path === "" ? "/docs" : `/docs/${path}`;
      const { text } = await get(address);
      ids.set(address, new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id = ""]) => id)));
      for (const [, to = ""] of text.matchAll(/ href="([/#][^"]*)"/g))
        links.push([address, to.startsWith("#") ? address + to : to]);
    }
    const known = new Set([
      ...ids.keys(),
      ...pages.map(({ file }) => `/docs/${file}`),
      "/docs/style.css",
      ...apis.map(({ documentPath }) => documentPath),
    ]);
    const broken = links.filter(([, to]) => {
      const [address = "", id] = to.split("#");
      return !known.has(address) || (id !== undefined && !ids.get(address)?.has(id));
    });
    expect(broken).toEqual([]);
  });
});

test.each([
  "/docs/../package.json",
  "/docs/..%2f..%2fpackage.json",
  "/docs/%2e%2e/%2e%2e/package.json",
  "/docs//etc/passwd",
  "/docs/..%5cpackage.json",
  "/docs/nothing-like-it",
])("%s is no page", async (path) => {
  const { status, headers } = await get(path);
  expect([status, headers["x-error-code"]]).toEqual([404, "not-found"]);
});

test("the style sheet is a file of its own", async () => {
  const { status, headers } = await get("/docs/style.css");
  expect([status, headers["content-type"]]).toEqual([200, "text/css; charset=utf-8"]);
});

test("/llms.txt names every page as Markdown under the server's own address; /llms-full.txt holds them", async () => {
  const [list, full] = [await get("/llms.txt"), await get("/llms-full.txt")];
  for (const { file, summary } of pages) {
    expect(list.text).toContain(`](https://tocsin.test/docs/${file}): ${summary}`);
    expect(full.text).toContain(`Source: https://tocsin.test/docs/${file}\n`);
  }
  expect(full.text).toContain("### Raise a callout for a fixed location");
  for (const { documentPath } of apis) expect(list.text).toContain(`](https://tocsin.test${documentPath}): `);
});

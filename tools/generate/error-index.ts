import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ErrorCode, errorCodes } from "../../packages/server/src/errors.ts";
import { describePage } from "../../packages/server/src/http/docs/read-pages.ts";
import type { GeneratedFile } from "./generated-file.ts";

const codes = Object.keys(errorCodes) as ErrorCode[];

/** The list of every error code, from the registry and the page of each. */
export const errorIndex: GeneratedFile = {
  path: "docs/errors/README.md",
  write: () => indexPage(readErrorPages(join(import.meta.dirname, "../../docs/errors"))),
};

/** Code → the text of its page. */
export type ErrorPages = ReadonlyMap<string, string>;

function readErrorPages(folder: string): ErrorPages {
  const names = existsSync(folder)
    ? readdirSync(folder).filter((name) => name.endsWith(".md") && name !== "README.md")
    : [];
  return new Map(names.map((name) => [name.replace(/\.md$/, ""), readFileSync(join(folder, name), "utf8")]));
}

/** @throws naming every code without a whole page, and every page without a code */
export function indexPage(pages: ErrorPages): string {
  const problems = [
    ...codes.flatMap((code) => problemsOf(code, pages.get(code))),
    ...[...pages.keys()]
      .filter((name) => !(name in errorCodes))
      .map((name) => `docs/errors/${name}.md: no such code in the registry`),
  ];
  if (problems.length > 0) throw new Error(problems.join("\n"));
  const rows = codes.map((code) => {
    const { summary } = describePage(`errors/${code}.md`, pages.get(code) ?? "");
    return `| ${errorCodes[code]} | [\`${code}\`](${code}.md) | ${summary} |`;
  });
  return `# Error codes

Every error answer names its code in the header \`x-error-code\`. Codes are stable: write programs against them, not against
messages. [How errors look](../integrate/errors.md) tells the rest.

| Status | Code | Meaning |
| --- | --- | --- |
${rows.join("\n")}
`;
}

/** A page has the code as its title, a first sentence that says what it means, and what to do. */
function problemsOf(code: ErrorCode, page: string | undefined): string[] {
  const file = `docs/errors/${code}.md`;
  if (page === undefined) return [`${file} is missing`];
  const { title, summary } = describePage(`errors/${code}.md`, page);
  return [
    ...(title === code ? [] : [`${file}: the title must be ${code}`]),
    ...(summary === "" ? [`${file}: the first sentence must say what it means`] : []),
    ...(page.includes(`${errorCodes[code]}`) ? [] : [`${file}: must name the status ${errorCodes[code]}`]),
    ...(/^## What to do$/m.test(page) ? [] : [`${file}: must have a section "What to do"`]),
  ];
}

import { globSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { loadCases } from "../../acceptance/src/load-cases.ts";
import { operations } from "../../packages/server/src/http/app.ts";
import { openApiDocument } from "../../packages/server/src/http/openapi/document.ts";
import { type CoveredOperation, coveragePage } from "./coverage/coverage-page.ts";
import { findEvidence } from "./coverage/find-evidence.ts";
import type { GeneratedFile } from "./generated-file.ts";

const root = resolve(import.meta.dirname, "../..");
const general = new Set([500, 503]);

/** Which answers of which operations are proved, by whose word, and where. */
export const coverage: GeneratedFile = {
  path: "contract/COVERAGE.md",
  write() {
    const covered = coveredOperations();
    const cases = loadCases();
    return coveragePage(covered, findEvidence(cases, covered), cases.length);
  },
};

function coveredOperations(): readonly CoveredOperation[] {
  const { paths } = openApiDocument(operations, "http://127.0.0.1:8080");
  const tests = testsByOperation();
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, { operationId, summary, responses }]) => ({
      operationId,
      summary,
      method: method.toUpperCase(),
      path,
      statuses: Object.keys(responses)
        .map(Number)
        .filter((status) => !general.has(status)),
      tests: tests.get(operationId) ?? new Map<number, string>(),
    })),
  );
}

/** operationId → status → its test: a folder is named after its operation, a test after its status. */
function testsByOperation(): ReadonlyMap<string, ReadonlyMap<number, string>> {
  const folder = "packages/server/src/http";
  const files = globSync("**/[0-9][0-9][0-9].test.ts", { cwd: join(root, folder) }).toSorted();
  const byOperation = Map.groupBy(files, (file) => basename(dirname(file)));
  return new Map(
    [...byOperation].map(([operationId, its]) => [
      operationId,
      new Map(its.map((file) => [Number(basename(file, ".test.ts")), `${folder}/${file}`])),
    ]),
  );
}

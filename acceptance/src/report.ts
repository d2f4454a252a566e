import { curlOf } from "./curl.ts";
import type { AcceptanceCase } from "./load-cases.ts";
import type { Failure } from "./run-case.ts";
import type { Target } from "./tenants.ts";

export interface Result {
  readonly test: AcceptanceCase;
  readonly failure: Failure | undefined;
}

/** Mismatches beyond these say the same again. */
const shownMismatches = 3;

/** One line: which case, at which step, what was expected, what came, and the command to repeat it. */
export function failureLine({ id, title }: AcceptanceCase, failure: Failure, target: Target): string {
  const { step, note, mismatches, request, parallel } = failure;
  const shown = mismatches
    .slice(0, shownMismatches)
    .map(({ path, expected, actual }) => `${path}: expected ${expected}, got ${actual}`);
  const more =
    mismatches.length > shownMismatches ? ` (and ${mismatches.length - shownMismatches} more)` : "";
  const where = note === undefined ? `step ${step}` : `step ${step}, ${note}`;
  const again = request
    ? ` · ${curlOf(target.base, request, target.secrets)}${parallel > 1 ? ` # ${parallel} at once` : ""}`
    : "";
  return `FAIL ${id} (${title}; ${where}): ${shown.join("; ")}${more}${again}`;
}

/** A line for each operation. */
export function summaryOf(results: readonly Result[]): readonly string[] {
  const byOperation = Object.groupBy(results, ({ test }) => test.operation);
  const width = Math.max(0, ...Object.keys(byOperation).map((name) => name.length));
  return Object.entries(byOperation).map(([operation, group = []]) => {
    const failed = group.filter(({ failure }) => failure).length;
    const counts = `${String(group.length - failed).padStart(4)} passed, ${failed} failed`;
    return `${operation.padEnd(width)} ${counts}`;
  });
}

/** The whole run as data, for tools and for the coverage page. */
export function reportOf(results: readonly Result[], target: Target): string {
  const cases = results.map(({ test, failure }) => ({
    id: test.id,
    operation: test.operation,
    title: test.title,
    provenance: test.provenance,
    profile: test.profile,
    passed: failure === undefined,
    ...(failure ? { failure: failureLine(test, failure, target) } : {}),
  }));
  return `${JSON.stringify({ baseUrl: target.base.href, cases }, null, 2)}\n`;
}

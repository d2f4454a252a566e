import { existsSync, readFileSync } from "node:fs";

/** How many things held, and how many did not. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/** The last `N passed, N failed` that stands on a line of its own; the checks and the acceptance suite end with one. */
export function tallyOfText(output: string): Tally | undefined {
  const last = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
  return last && { passed: Number(last[1]), failed: Number(last[2]) };
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

/** What Vitest wrote with its JSON reporter. A file that failed before its first test counts as one failure. */
export function tallyOfReport(path: string): Tally | undefined {
  if (!existsSync(path)) return undefined;
  const report = JSON.parse(readFileSync(path, "utf8")) as VitestReport;
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

/** Holds a tally against how its command ended: one that counted nothing, or stopped early, has failed at least once. */
export function settle(tally: Tally | undefined, succeeded: boolean): Tally {
  if (!tally) return { passed: 0, failed: 1 };
  if (succeeded || tally.failed > 0) return tally;
  return { ...tally, failed: 1 };
}

export function total(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }),
    {
      passed: 0,
      failed: 0,
    },
  );
}

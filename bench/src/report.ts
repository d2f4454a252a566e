import { writeFile } from "node:fs/promises";
import { cpus } from "node:os";

/** What a benchmark found: a table, and the bars it is held to. */
export interface Report {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly bars: readonly Bar[];
}

export interface Row {
  readonly what: string;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number | null;
}

/** What was measured, and its limit; without one it is only told. */
export interface Bar {
  readonly what: string;
  readonly value: number;
  readonly atLeast?: number;
  readonly atMost?: number;
}

export function isMet({ value, atLeast, atMost }: Bar): boolean {
  return (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost);
}

/** The report as a small markdown page. */
export function toMarkdown(report: Report): string {
  const rows = report.rows.map(
    ({ what, perSecond, p50, p99 }) =>
      `| ${what} | ${Math.round(perSecond)} | ${written(p50)} | ${p99 === null ? "" : written(p99)} |`,
  );
  const bars = report.bars.map(
    (bar) => `| ${bar.what} | ${written(bar.value)} | ${limit(bar)} | ${verdict(bar)} |`,
  );
  return `# bench ${report.name}

Medians of interleaved rounds on one machine (${cpus().length} × ${cpus()[0]?.model ?? "unknown"}), load generator included. Ratios are taken between
neighbours in time, then their median.

| | per second | p50 ms | p99 ms |
| --- | ---: | ---: | ---: |
${rows.join("\n")}

| bar | measured | limit | |
| --- | ---: | ---: | --- |
${bars.join("\n")}
`;
}

/** Writes `<name>.md` and `<name>.json` into `bench/results/`. */
export async function writeReport(report: Report): Promise<void> {
  const file = (ending: string): URL => new URL(`../results/${report.name}.${ending}`, import.meta.url);
  const measuredAt = new Date().toISOString();
  await writeFile(
    file("json"),
    `${JSON.stringify({ measuredAt, node: process.version, ...report }, null, 2)}\n`,
  );
  await writeFile(file("md"), toMarkdown(report));
}

function isLimited({ atLeast, atMost }: Bar): boolean {
  return atLeast !== undefined || atMost !== undefined;
}

function verdict(bar: Bar): string {
  if (!isLimited(bar)) return "told";
  return isMet(bar) ? "met" : "missed";
}

function limit(bar: Bar): string {
  if (!isLimited(bar)) return "none";
  const { atLeast, atMost } = bar;
  return atLeast === undefined ? `≤ ${atMost}` : `≥ ${atLeast}`;
}

function written(value: number): string {
  return value.toFixed(value < 10 ? 2 : 1);
}

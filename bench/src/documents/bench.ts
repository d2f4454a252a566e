import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { Latencies, median } from "../load/latencies.ts";
import type { Report } from "../report.ts";

const run = promisify(execFile);
const reportsARound = 20;

/** How long a report of a callout takes to draw: the first one of a process, with all that has to be loaded, and those after it. */
export async function benchDocuments({ rounds }: { readonly rounds: number }): Promise<Report> {
  const firsts: number[] = [];
  const others = new Latencies();
  for (let round = 0; round < rounds; round++) {
    const [first = Number.NaN, ...rest] = await drawInFreshProcess();
    firsts.push(first);
    for (const milliseconds of rest) others.add(milliseconds);
  }
  const [p50, p99] = [others.quantile(0.5), others.quantile(0.99)];
  return {
    name: "documents",
    rows: [
      {
        what: "first report (PDF) of a process",
        perSecond: 1_000 / median(firsts),
        p50: median(firsts),
        p99: null,
      },
      { what: "every other", perSecond: 1_000 / p50, p50, p99 },
    ],
    bars: [{ what: "slowest report, ms", value: Math.max(...firsts, others.quantile(1)), atMost: 2_000 }],
  };
}

/** In a process of its own, where nothing is loaded yet. */
async function drawInFreshProcess(): Promise<readonly number[]> {
  const program = fileURLToPath(new URL("./draw-reports.ts", import.meta.url));
  const { stdout } = await run(process.execPath, [program, String(reportsARound)]);
  return JSON.parse(stdout) as number[];
}

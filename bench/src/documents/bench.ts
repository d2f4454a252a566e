import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { Latencies, median } from "../load/latencies.ts";
import type { Report } from "../report.ts";

const reportsARound = 20;

/** How long a report of a callout takes to draw: the first one of a process, with all that has to be loaded, and those after it. */
export async function benchDocuments({ rounds }: { readonly rounds: number }): Promise<Report> {
  const firsts: number[] = [];
  const others = new Latencies();
  for (let round = 0; round < rounds; round++) {
    const [first = Number.NaN, ...rest] = await drawInFreshThread();
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

async function drawInFreshThread(): Promise<readonly number[]> {
  const worker = new Worker(new URL("./draw-reports.ts", import.meta.url), { workerData: reportsARound });
  const [took] = (await once(worker, "message")) as [readonly number[]];
  return took;
}

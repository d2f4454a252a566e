import { parentPort, workerData } from "node:worker_threads";

/** Draws reports in a thread of its own, where nothing is loaded yet, and posts the milliseconds that each took. */
const started = performance.now();
const [{ reportPdf }, { longReport }] = await Promise.all([
  import("@tocsin/documents"),
  import("./long-report.ts"),
]);
const took: number[] = [];
for (let from = started; took.length < (workerData as number); from = performance.now()) {
  await reportPdf(longReport);
  took.push(performance.now() - from);
}
parentPort?.postMessage(took);

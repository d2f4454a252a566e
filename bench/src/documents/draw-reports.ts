/** `node draw-reports.ts COUNT`: draws reports, and writes the milliseconds that each took, loading included. */
const started = performance.now();
const [{ reportPdf }, { longReport }] = await Promise.all([
  import("@tocsin/documents"),
  import("./long-report.ts"),
]);
const took: number[] = [];
for (let from = started; took.length < Number(process.argv[2]); from = performance.now()) {
  await reportPdf(longReport);
  took.push(performance.now() - from);
}
process.stdout.write(JSON.stringify(took));

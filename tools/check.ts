/**
 * Everything a change must hold before it is merged, one line a check.
 *
 *     npm run check                       all of them
 *     npm run check -- --only lint        one, or several
 *     npm run check -- --fix              writes what the formatter and the linter can repair
 */
import { parseArgs } from "node:util";
import { type Check, checks } from "./check/checks.ts";
import { runCheck } from "./check/run-check.ts";

function chosen(only: readonly string[]): readonly Check[] {
  const unknown = only.filter((name) => !checks.some((check) => check.name === name));
  if (unknown.length > 0) {
    const known = checks.map((check) => check.name).join(", ");
    throw new Error(`no check is called ${unknown.join(", ")}; there are ${known}`);
  }
  return only.length === 0 ? checks : checks.filter((check) => only.includes(check.name));
}

const { values } = parseArgs({
  options: {
    fix: { type: "boolean", default: false },
    only: { type: "string", multiple: true, default: [] },
  },
});

let failed = 0;
const run = chosen(values.only);
for (const check of run) {
  const { ok, output, seconds } = await runCheck(check, values.fix);
  console.log(`${ok ? "ok  " : "FAIL"}  ${check.name.padEnd(10)} ${seconds.toFixed(1).padStart(5)} s`);
  if (!ok) {
    failed += 1;
    console.log(`\n${output.trim()}\n`);
  }
}
console.log(`${run.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

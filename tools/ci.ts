/**
 * Everything the project can check about itself, one stage after another, through the commands the README gives.
 * A stage that fails does not keep the next from running. The last line is the sum: `N passed, N failed`.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { accept } from "./ci/accept.ts";
import { passSignalsOn, runCommand } from "./ci/run-command.ts";
import { settle, type Tally, tallyOfReport, tallyOfText, total } from "./ci/tally.ts";

const reports = mkdtempSync(join(tmpdir(), "tocsin-ci-"));

async function check(): Promise<Tally> {
  const { succeeded, output } = await runCommand(["npm", "run", "check"], 5);
  return settle(tallyOfText(output), succeeded);
}

async function test(...command: readonly string[]): Promise<Tally> {
  const report = join(reports, `${command.at(-1)}.json`);
  const reporters = ["--", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { succeeded } = await runCommand([...command, ...reporters], 40);
  return settle(tallyOfReport(report), succeeded);
}

async function build(): Promise<Tally> {
  const { succeeded } = await runCommand(["npm", "run", "build"], 10);
  return succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

const stages: readonly [name: string, run: () => Promise<Tally>][] = [
  ["check", check],
  ["test", () => test("npm", "test")],
  ["crash tests", () => test("npm", "run", "test:crash")],
  ["acceptance", async () => total(await accept(["smoke", "full"], 10))],
  ["build", build],
];

passSignalsOn();
const tallies: Tally[] = [];
for (const [name, run] of stages) {
  console.log(`\n== ${name}`);
  const tally = await run().catch((error: unknown) => {
    console.error(error);
    return { passed: 0, failed: 1 };
  });
  console.log(`== ${name}: ${tally.passed} passed, ${tally.failed} failed`);
  tallies.push(tally);
}
rmSync(reports, { recursive: true });

const { passed, failed } = total(tallies);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

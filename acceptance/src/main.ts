/**
 * Tries a server against the contract, over HTTP and nothing else: every case of contract/fixtures.
 * The last line is the sum: `N passed, N failed`.
 */
import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { includes } from "./fixture.ts";
import { type AcceptanceCase, isNamed, loadCases } from "./load-cases.ts";
import { type Options, readOptions, usage } from "./options.ts";
import { failureLine, type Result, reportOf, summaryOf } from "./report.ts";
import { runCase } from "./run-case.ts";
import { openTarget } from "./tenants.ts";

async function accept(options: Options): Promise<readonly Result[]> {
  const chosen = choose(loadCases(), options);
  const target = await openTarget(options.base, options.tenants);
  const run = randomBytes(4).toString("hex");
  const results: Result[] = [];
  for (const [index, test] of chosen.entries()) {
    const missing = test.needs.find((tenant) => !options.tenants[tenant]);
    if (missing) {
      console.log(`NOT RUN ${test.id}: needs --${missing}-client-id`);
      continue;
    }
    const failure = await runCase(test, target, `${run}-${String(index).padStart(4, "0")}`);
    if (failure) console.log(failureLine(test, failure, target));
    results.push({ test, failure });
  }
  if (options.report !== undefined) writeFileSync(options.report, reportOf(results, target));
  return results;
}

function choose(all: readonly AcceptanceCase[], { profile, only }: Options): readonly AcceptanceCase[] {
  const unknown = only.filter((name) => !all.some((test) => isNamed(test, name)));
  if (unknown.length > 0) throw new Error(`no operation, fixture or case is called ${unknown.join(", ")}`);
  return all.filter(
    (test) =>
      includes(profile, test.profile) && (only.length === 0 || only.some((name) => isNamed(test, name))),
  );
}

function report(results: readonly Result[]): void {
  const failed = results.filter(({ failure }) => failure).length;
  for (const line of summaryOf(results)) console.log(line);
  if (failed > 0)
    console.log("In the curl lines $TOKEN is the tenant's access token, $CLIENT_SECRET its secret, …");
  console.log(`${results.length - failed} passed, ${failed} failed`);
  if (failed > 0 || results.length === 0) process.exitCode = 1;
}

function fail(reason: string): void {
  console.error(reason);
  console.log("0 passed, 1 failed");
  process.exitCode = 1;
}

function optionsOrUsage(): Options | undefined {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    fail(`${(error as Error).message}\n\n${usage}`);
    return undefined;
  }
}

const options = optionsOrUsage();
if (options) await accept(options).then(report, (error: unknown) => fail(String(error)));

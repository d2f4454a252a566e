/**
 * Holds every import of the tree against the table in `boundaries/rules.ts`: what is not listed is forbidden.
 * Cycles are the linter's (`import/no-cycle`).
 *
 *     node tools/boundaries.ts [folder]     the folder is this repository unless another is named
 */
import { resolve } from "node:path";
import { findViolations } from "./boundaries/find-violations.ts";
import { rules } from "./boundaries/rules.ts";

const root = resolve(process.argv[2] ?? `${import.meta.dirname}/..`);
const violations = findViolations(root, rules);
for (const { file, line, specifier, rule } of violations) {
  console.log(`${file}:${line} imports ${specifier}\n    ${rule}`);
}
process.exitCode = violations.length === 0 ? 0 : 1;

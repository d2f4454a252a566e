// @ts-check
/**
 * What every npm script starts: `node tools/bootstrap.mjs <verb> [arguments]`. It must run on any Node from 20 in a clone
 * without node_modules, so it is plain JavaScript and imports nothing but Node. It brings node_modules into line with the
 * lockfile, then hands over to the Node that the lockfile names.
 */
import path from "node:path";
import { fileURLToPath } from "node:url";
import { ensureModules } from "./bootstrap/ensure-modules.mjs";
import { Explained } from "./bootstrap/explained.mjs";
import { runWithLockedNode } from "./bootstrap/locked-node.mjs";
import { endAs } from "./bootstrap/run-child.mjs";

/** @typedef {{ args: string[], env?: Record<string, string> }} Verb */

const vitest = ["node_modules/vitest/vitest.mjs", "run"];

/** @type {Record<string, Verb>} */
const verbs = {
  start: { args: ["apps/cli/bin/tocsin.js", "start"] },
  dev: { args: ["--watch", "apps/cli/bin/tocsin.js", "start"] },
  test: { args: vitest },
  "test:crash": { args: [...vitest, ".crash.test."], env: { TOCSIN_CRASH_ROUNDS: "full" } },
  check: { args: ["tools/check.ts"] },
  gen: { args: ["tools/generate.ts"] },
  accept: { args: ["acceptance/src/main.ts"] },
  build: { args: ["tools/build.ts"] },
  bench: { args: ["bench/src/main.ts"] },
};

/** Only brings node_modules into line. */
const INSTALL = "install";

/** @param {string} root @param {string | undefined} name @param {string[]} args */
async function main(root, name, args) {
  const verb = name === undefined || !Object.hasOwn(verbs, name) ? undefined : verbs[name];
  if (!verb && name !== INSTALL) {
    throw new Explained(
      `usage: node tools/bootstrap.mjs ${[INSTALL, ...Object.keys(verbs)].join(" | ")} [arguments]`,
    );
  }
  await ensureModules(root);
  if (!verb) return;
  endAs(await runWithLockedNode(root, [...verb.args, ...args], verb.env));
}

const [name, ...args] = process.argv.slice(2);
try {
  await main(path.dirname(path.dirname(fileURLToPath(import.meta.url))), name, args);
} catch (error) {
  if (!(error instanceof Explained)) throw error;
  console.error(error.message);
  endAs({ code: 1, signal: error.signal });
}

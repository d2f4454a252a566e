// @ts-check
import { accessSync, constants, existsSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { runChild } from "./run-child.mjs";

/**
 * Said on the command line, which outranks every .npmrc and npm_config_ variable: the outcome must not depend on
 * somebody's omit=dev, NODE_ENV=production, global=true or engine-strict=true (npm runs on the machine's Node, the packages
 * do not). No package needs its install script (the database's library links are made at its start).
 */
const flags = [
  "--include=dev",
  "--include=optional",
  "--include=peer",
  "--ignore-scripts",
  "--bin-links",
  "--package-lock",
  "--install-strategy=hoisted",
  "--no-engine-strict",
  "--no-legacy-peer-deps",
  "--no-dry-run",
  "--no-global",
  "--no-audit",
  "--no-fund",
  "--no-update-notifier",
  "--prefer-offline",
  "--loglevel=error",
];

/**
 * Runs `npm ci` and captures what it prints.
 *
 * @param {string} root
 */
export async function npmCi(root) {
  const [program, ...before] = findNpm();
  const ownCache = cacheIsUsable() ? undefined : mkdtempSync(path.join(os.tmpdir(), "tocsin-npm-cache-"));
  const args = [...before, "ci", ...flags, ...(ownCache ? [`--cache=${ownCache}`] : [])];
  try {
    const options = {
      cwd: root,
      env: process.env,
      capture: true,
      shell: program === "npm" && process.platform === "win32",
    };
    return await runChild(program, args, options);
  } catch (error) {
    return { code: 1, signal: null, output: `npm cannot be run: ${String(error)}\n` };
  } finally {
    if (ownCache) rmSync(ownCache, { recursive: true, force: true });
  }
}

/** @returns {[string, ...string[]]} the npm that started us, else the one beside our Node, else the one on PATH */
function findNpm() {
  const { npm_execpath: starter, npm_node_execpath: itsNode } = process.env;
  if (starter && path.basename(starter) === "npm-cli.js") return [itsNode ?? process.execPath, starter];
  const folder = path.dirname(process.execPath);
  const libraries = process.platform === "win32" ? folder : path.join(folder, "..", "lib");
  const beside = path.join(libraries, "node_modules", "npm", "bin", "npm-cli.js");
  return existsSync(beside) ? [process.execPath, beside] : ["npm"];
}

/** A service account may have no home, and `sudo npm` leaves root's files in one. */
function cacheIsUsable() {
  let folder = process.env["npm_config_cache"] ?? path.join(os.homedir(), ".npm");
  while (!existsSync(folder) && path.dirname(folder) !== folder) folder = path.dirname(folder);
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    const content = path.join(folder, "_cacache");
    if (existsSync(content)) accessSync(content, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

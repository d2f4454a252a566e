// @ts-check
import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Explained } from "./explained.mjs";
import { lockInstall } from "./install-lock.mjs";
import { npmCi } from "./npm-ci.mjs";

/**
 * Makes node_modules what the lockfile says, which costs a moment when it already is. Of several that start at once
 * one installs and the others wait for it.
 *
 * @param {string} root
 */
export async function ensureModules(root) {
  if (isCurrent(root)) return;
  const unlock = await lockInstall(root).catch((/** @type {unknown} */ error) => {
    throw new Explained(
      `node_modules is not what package-lock.json names, and this user cannot change it (${String(error)}). ` +
        "Let a user who can run: node tools/bootstrap.mjs install",
    );
  });
  try {
    if (!isCurrent(root)) await install(root);
  } finally {
    unlock();
  }
}

/** @param {string} root */
async function install(root) {
  console.error("Installing what package-lock.json names (npm ci). The first time this takes a minute.");
  // npm leaves it where it was when it fails early.
  rmSync(stampFile(root), { force: true });
  const end = await npmCi(root);
  if (end.code === 0) {
    writeFileSync(stampFile(root), stampOf(root));
    return;
  }
  process.stderr.write(end.output);
  throw new Explained(
    `npm ci failed (${end.signal ?? `exit code ${end.code}`}); what it said stands above. ` +
      "It needs the registry (or npm's cache) and a package-lock.json that agrees with every package.json.",
    end.signal,
  );
}

/** @param {string} root */
function isCurrent(root) {
  try {
    return readFileSync(stampFile(root), "utf8") === stampOf(root);
  } catch {
    return false;
  }
}

/**
 * The platform is part of it: a folder shared with a container or another machine holds the wrong programs.
 *
 * @param {string} root
 */
function stampOf(root) {
  const lockfile = readFileSync(path.join(root, "package-lock.json"));
  const hash = createHash("sha256").update(lockfile).digest("hex");
  return `${hash} ${process.platform}-${process.arch}\n`;
}

/** @param {string} root */
function stampFile(root) {
  return path.join(root, "node_modules", ".tocsin-stamp");
}

// @ts-check
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";

const POLL_MS = 200;

/**
 * Waits until no other process installs into this clone, then keeps others waiting until the returned function is called.
 *
 * The lock is a folder that holds one file named after its holder. It is made under another name and renamed into
 * place, so it never exists without its holder, and since a folder that is not empty cannot be renamed onto, one wins.
 * A dead holder's file is removed by its own name, which cannot hit the next holder's.
 *
 * @param {string} root
 * @returns {Promise<() => void>}
 */
export async function lockInstall(root) {
  // Not in node_modules, which npm empties; where the data usually lies, and as private.
  const parent = path.join(root, ".tocsin");
  mkdirSync(parent, { recursive: true, mode: 0o700 });
  const lock = path.join(parent, "install.lock");
  let told = false;
  for (;;) {
    const other = holderOf(lock);
    const mine = other ? undefined : take(parent, lock);
    if (mine) return () => free(lock, mine);
    if (other && !isAlive(other)) free(lock, other);
    else if (other && !told) {
      console.error(
        `Waiting for process ${pidOf(other)}, which is installing (if it is not: remove ${lock}).`,
      );
      told = true;
    }
    await delay(POLL_MS);
  }
}

/**
 * Returns the holder's name, or undefined when somebody else was faster.
 *
 * @param {string} parent @param {string} lock
 */
function take(parent, lock) {
  const folder = mkdtempSync(path.join(parent, "install-"));
  const holder = `${process.pid}-${path.basename(folder)}`;
  writeFileSync(path.join(folder, holder), "");
  try {
    renameSync(folder, lock);
    return holder;
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
}

/** @param {string} lock @param {string} holder */
function free(lock, holder) {
  rmSync(path.join(lock, holder), { force: true });
  removeIfEmpty(lock);
}

/** @param {string} folder */
function removeIfEmpty(folder) {
  try {
    rmdirSync(folder);
  } catch {
    // Somebody else's already, or in use.
  }
}

/** @param {string} lock */
function holderOf(lock) {
  try {
    return readdirSync(lock)[0];
  } catch {
    return undefined;
  }
}

/** @param {string} holder */
function isAlive(holder) {
  try {
    process.kill(pidOf(holder), 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}

/** @param {string} holder */
function pidOf(holder) {
  return Number.parseInt(holder, 10);
}

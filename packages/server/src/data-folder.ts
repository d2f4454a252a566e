import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { systemClock } from "./clock.ts";

/** The Tocsin that holds a data folder. */
export interface Holder {
  readonly pid: number;
  readonly since: string;
  /** Where it answers, once it does. */
  readonly address?: string;
}

/**
 * A data folder that this process, and no other, may use. Inside, each part has a folder of its own: `postgres/` (the
 * cluster), `log/`. Beside them lie `tocsin.lock` and, while held, `holder.json`.
 */
export interface DataFolder {
  /** Absolute. */
  readonly path: string;
  /** Records where this Tocsin answers, for the message to whoever tries to start another. */
  announce(where: { readonly address: string }): Promise<void>;
  release(): Promise<void>;
}

/** Another live Tocsin holds the folder. */
export class DataFolderInUseError extends Error {
  override readonly name = "DataFolderInUseError";
  /** Null when the other one has not yet said who it is. */
  readonly holder: Holder | null;

  constructor(folder: string, holder: Holder | null) {
    const who = holder ? `pid ${holder.pid}, running since ${holder.since}` : "just starting";
    const where = holder?.address ? `, at ${holder.address}` : "";
    super(
      `Another Tocsin uses the data folder ${folder} (${who}${where}). Stop it first, or choose another folder.`,
    );
    this.holder = holder;
  }
}

/**
 * Of two that try at the same instant each may see the other's first touch of the lock file; waiting this long
 * lets one of them win.
 */
const CONTENTION_MS = 250;

/**
 * Creates the folder if need be (0700; an existing folder keeps its mode) and takes hold of it.
 *
 * @throws DataFolderInUseError when a live Tocsin holds it.
 */
export async function openDataFolder(folder: string): Promise<DataFolder> {
  const absolute = path.resolve(folder);
  await mkdir(absolute, { recursive: true, mode: 0o700 });
  const holderFile = path.join(absolute, "holder.json");
  const unlock = lock(path.join(absolute, "tocsin.lock"));
  if (!unlock) throw new DataFolderInUseError(absolute, await readHolder(holderFile));

  const holder: Holder = {
    pid: process.pid,
    since: systemClock().now().toString({ smallestUnit: "second" }),
  };
  const record = async (facts: Holder) => {
    await writeFile(`${holderFile}.new`, JSON.stringify(facts), { mode: 0o600 });
    await rename(`${holderFile}.new`, holderFile);
  };
  await record(holder);
  return {
    path: absolute,
    announce: ({ address }) => record({ ...holder, address }),
    async release() {
      await rm(holderFile, { force: true });
      unlock();
    },
  };
}

/**
 * Locks a file, or returns null when another holds it. The lock is the kernel's, so it ends with its holder however that
 * one dies: nothing can go stale, no pid has to be believed, and containers that share the folder but cannot see
 * each other's processes still exclude one another. Node offers such locks through SQLite alone; nothing is ever written
 * to the file. (Never open it otherwise in this process: closing any other descriptor of it would drop the lock.)
 */
function lock(file: string): (() => void) | null {
  const database = new DatabaseSync(file, { timeout: CONTENTION_MS });
  try {
    database.exec("pragma journal_mode = memory; begin exclusive");
    return () => {
      if (database.isOpen) database.close();
    };
  } catch (error) {
    database.close();
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return null;
    throw error;
  }
}

const SQLITE_BUSY = 5;

async function readHolder(file: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as Holder;
  } catch {
    return null;
  }
}

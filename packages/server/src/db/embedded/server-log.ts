import { constants } from "node:fs";
import { copyFile, mkdir, open, stat, truncate } from "node:fs/promises";
import path from "node:path";

/** Two files of this size are the most that PostgreSQL's log takes, give or take what is written between two looks. */
const LIMIT_BYTES = 8 * 1024 * 1024;
const LOOK_EVERY_MS = 10 * 60 * 1000;
const TAIL_BYTES = 16 * 1024;

/** The file that PostgreSQL prints into. */
export interface ServerLog {
  readonly file: string;
  /** The open file, to be handed to PostgreSQL. */
  readonly fd: number;
  /** What was printed since this start, at most the last `lines` lines. */
  tail(lines: number): Promise<string>;
  close(): Promise<void>;
}

/** Opens `<folder>/postgres.log` for appending and keeps its size bounded. */
export async function openServerLog(folder: string): Promise<ServerLog> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, "postgres.log");
  await boundSize(file);
  const handle = await open(file, "a+", 0o600);
  const { size: startsAt } = await handle.stat();
  // A look that fails is made good by the next one.
  const timer = setInterval(() => void boundSize(file).catch(() => {}), LOOK_EVERY_MS).unref();
  return {
    file,
    fd: handle.fd,
    async tail(lines) {
      const { size } = await handle.stat();
      const buffer = Buffer.alloc(TAIL_BYTES);
      const { bytesRead } = await handle.read({ buffer, position: Math.max(startsAt, size - TAIL_BYTES) });
      return buffer.toString("utf8", 0, bytesRead).trimEnd().split("\n").slice(-lines).join("\n");
    },
    async close() {
      clearInterval(timer);
      await handle.close();
    },
  };
}

/** Sets a full file aside. It is emptied in place, since PostgreSQL holds it open (for appending, so no hole is left). */
export async function boundSize(file: string, limitBytes: number = LIMIT_BYTES): Promise<void> {
  const { size } = await stat(file).catch(() => ({ size: 0 }));
  if (size <= limitBytes) return;
  await copyFile(file, `${file}.1`, constants.COPYFILE_FICLONE);
  await truncate(file, 0);
}

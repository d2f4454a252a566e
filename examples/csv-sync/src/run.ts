import { openAsBlob } from "node:fs";
import { parseArgs } from "node:util";
import { createClient } from "@tocsin/client";
import { exitCodes, type SyncOptions, sync } from "./sync.ts";
import { eachChange } from "./watch.ts";

const usage = "csv-sync FILE.csv [--max-deleted PERCENT, 10 unless given] [--force] [--dry-run] [--watch]";

type Means = Pick<SyncOptions, "log" | "pause"> & {
  /** Ends `--watch`. */
  readonly signal: AbortSignal;
};

/**
 * The program.
 * @returns its exit code: 0 done, 1 the server or the file can't be reached, 2 wrong arguments, 3 the file is wrong, 4 too much would go
 */
export async function run(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  { log, pause, signal }: Means,
): Promise<number> {
  const asked = readArguments(argv);
  if (!asked) {
    log(usage);
    return 2;
  }
  const { BASE = "http://127.0.0.1:8080", CLIENT_ID = "demo", CLIENT_SECRET = "demo-secret" } = env;
  const client = createClient({ baseUrl: BASE, clientId: CLIENT_ID, clientSecret: CLIENT_SECRET });
  const once = async (): Promise<number> => {
    try {
      const file = await openAsBlob(asked.file);
      return exitCodes[await sync(client, file, { ...asked, source: "csv-sync", log, pause })];
    } catch (error) {
      log(error instanceof Error ? error.message : String(error));
      return 1;
    }
  };
  let code = await once();
  if (asked.watches)
    await eachChange(asked.file, signal, async () => {
      code = await once();
    });
  return code;
}

/** Undefined: it is not understood. */
function readArguments(argv: readonly string[]) {
  const options = {
    "max-deleted": { type: "string", default: "10" },
    force: { type: "boolean", default: false },
    "dry-run": { type: "boolean", default: false },
    watch: { type: "boolean", default: false },
  } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true });
    const [file, ...more] = positionals;
    const percent = Number(values["max-deleted"]);
    if (file === undefined || more.length > 0 || !(percent >= 0 && percent <= 100)) return undefined;
    const maxDeletedPercent = values.force ? null : percent;
    return { file, maxDeletedPercent, isTrial: values["dry-run"], watches: values.watch };
  } catch {
    return undefined;
  }
}

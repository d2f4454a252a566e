import { openAsBlob } from "node:fs";
import { basename } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Client, FixedLocationImport } from "@tocsin/client";
import { Command } from "commander";
import { printJson, printLines } from "../../print.ts";
import { createProgressBar } from "../../progress-bar.ts";
import { type ApiOptions, explained, openClient, withApiOptions } from "./api.ts";

interface Options extends ApiOptions {
  readonly delimiter?: string;
  readonly source: string;
  readonly callbackUrl: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

const pollMilliseconds = 300;

export const importCommand = withApiOptions(
  new Command("import")
    .description("make the fixed locations what a CSV file says: places that are missing in it are deleted")
    .argument("<file>", "CSV in UTF-8 with a header row of member names"),
)
  .option("--delimiter <character>", "between cells: a comma unless given; \\t is a tab")
  .option("--dry-run", "tell what would change, and change nothing")
  .option("--source <name>", "what you call where the file comes from", "command line")
  // the API asks for an address; nobody is told at one that ends in .invalid
  .option("--callback-url <url>", "https; hears what came of it too", "https://callback.invalid/")
  .option("--json", "print the outcome as JSON")
  .action(async (file: string, options: Options) => {
    const client = openClient(options);
    const importId = await send(client, file, options);
    const outcome = await follow(client, importId);
    if (options.json) printJson(outcome);
    else printLines(...describe(outcome));
    for (const error of outcome.errors) process.stderr.write(`${line(error)}\n`);
    if (outcome.state === "failed") process.exitCode = 1;
  });

async function send(client: Client, file: string, options: Options): Promise<number> {
  const form = new FormData();
  form.set("callbackUrl", options.callbackUrl);
  form.set("source", options.source);
  if (options.delimiter !== undefined) form.set("delimiter", options.delimiter);
  if (options.dryRun) form.set("dryRun", "true");
  form.set("locations", await openFile(file), basename(file));
  return (await explained(client.uploadFixedLocations({ body: form }))).body.importId;
}

async function openFile(file: string): Promise<Blob> {
  try {
    return await openAsBlob(file);
  } catch (error) {
    throw new Error(`${file} cannot be read`, { cause: error });
  }
}

/** Asks until it is over. */
async function follow(client: Client, importId: number): Promise<FixedLocationImport> {
  const bar = createProgressBar(process.stderr);
  for (;;) {
    const { body } = await explained(client.getFixedLocationImport({ importId }));
    const { state, bytes, bytesRead, rowsRead } = body;
    // reading is most of it; the rest happens at once
    bar.show(bytes === 0 ? 0 : (0.9 * bytesRead) / bytes, `${rowsRead} rows`);
    if (state === "done" || state === "failed") {
      bar.end();
      return body;
    }
    await delay(pollMilliseconds);
  }
}

function describe(outcome: FixedLocationImport): string[] {
  const { created, updated, unchanged, deleted, ignoredColumns, errorCount } = outcome;
  const ignored = ignoredColumns.length > 0 ? [`Columns left out: ${ignoredColumns.join(", ")}`] : [];
  if (outcome.state === "failed")
    return [
      ...ignored,
      `Refused: ${errorCount} ${errorCount === 1 ? "error" : "errors"}. Nothing was changed.`,
    ];
  const counts = `${created} created, ${updated} updated, ${unchanged} unchanged, ${deleted} deleted`;
  return [...ignored, outcome.dryRun ? `Would be: ${counts}. Nothing was changed.` : `Done: ${counts}.`];
}

function line({ row, field, message }: FixedLocationImport["errors"][number]): string {
  return row === 0 ? `${field} ${message}` : `row ${row}: ${field} ${message}`;
}

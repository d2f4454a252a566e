import { type Client, type FixedLocationImport } from "@tocsin/client";

/** What a sync came to, and the code that the program ends with. */
export const exitCodes = { synced: 0, unchanged: 0, trial: 0, refused: 3, "too-many-deleted": 4 } as const;
export type Outcome = keyof typeof exitCodes;

export interface SyncOptions {
  readonly source: string;
  /** More of the places that there are than this are not deleted, in percent; null: however many. */
  readonly maxDeletedPercent: number | null;
  /** Stops after the trial. */
  readonly isTrial: boolean;
  readonly log: (line: string) => void;
  /** Waits a little before it asks again what became of a file. */
  readonly pause: () => Promise<void>;
}

/**
 * Makes the places what the file says: a trial first, then, if that is not too much, in earnest. The server does all of a
 * file or nothing.
 */
export async function sync(client: Client, file: Blob, options: SyncOptions): Promise<Outcome> {
  const { isTrial, log, maxDeletedPercent } = options;
  const trial = await send(client, file, true, options);
  if (trial.state === "failed") return refuse(trial, log);
  log(`would be: ${counts(trial)}`);
  if (trial.ignoredColumns.length > 0) log(`means nothing to the server: ${trial.ignoredColumns.join(", ")}`);
  const there = trial.updated + trial.unchanged + trial.deleted;
  if (maxDeletedPercent !== null && trial.deleted * 100 > there * maxDeletedPercent) {
    log(`${trial.deleted} of ${there} places would go, more than ${maxDeletedPercent} %: nothing is changed`);
    return "too-many-deleted";
  }
  if (isTrial) return "trial";
  if (trial.created + trial.updated + trial.deleted === 0) return "unchanged";
  const done = await send(client, file, false, options);
  if (done.state === "failed") return refuse(done, log);
  log(`done: ${counts(done)}`);
  return "synced";
}

/** Uploads it, and resolves when it is worked through. */
async function send(
  client: Client,
  file: Blob,
  dryRun: boolean,
  { source, pause }: SyncOptions,
): Promise<FixedLocationImport> {
  const body = new FormData();
  // we ask, so nobody has to be told: nothing is sent to a host that ends in .invalid
  const fields = { callbackUrl: "https://callback.invalid/", source, dryRun: String(dryRun) };
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  body.set("locations", file, "locations.csv");
  const { importId } = (await client.uploadFixedLocations({ body })).body;
  for (;;) {
    const { body: told } = await client.getFixedLocationImport({ importId });
    if (told.state === "done" || told.state === "failed") return told;
    await pause();
  }
}

function refuse({ errors }: FixedLocationImport, log: SyncOptions["log"]): Outcome {
  for (const { row, field, message } of errors) log(`row ${row}: ${field} ${message}`);
  log("nothing is changed");
  return "refused";
}

function counts({ created, updated, unchanged, deleted }: FixedLocationImport): string {
  return `${created} created, ${updated} updated, ${deleted} deleted, ${unchanged} as they were`;
}

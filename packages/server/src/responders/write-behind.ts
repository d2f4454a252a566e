import type { Capabilities } from "../capabilities.ts";
import { isUnavailable } from "../db/index.ts";
import { listEngagements } from "./engagement-store.ts";
import { saveNewestFixes, saveTrackFixes } from "./position-store.ts";
import { createRepeat, type Repeat } from "./repeat.ts";
import { createTrackThinning, type TrackedFix } from "./thin-track.ts";
import type { ResponderFix } from "./types.ts";

const everyMilliseconds = 250;
const largestBatch = 1_000;
/** While the database is away no more than this waits for the track, which has a hole then. Markers lose nothing. */
const mostTrackFixes = 200_000;

export interface WriteBehind extends Repeat {
  add(fix: ResponderFix, isNewest: boolean): void;
  /** Writes everything that was added before. */
  flush(): Promise<void>;
}

/**
 * Positions go to the tables in batches: a crash may cost the last quarter of a second of them, never a callout.
 * @param nodeId whose positions these are for the nodes that follow
 */
export function createWriteBehind(
  { db, log }: Pick<Capabilities, "db" | "log">,
  nodeId: string,
): WriteBehind {
  const isKept = createTrackThinning();
  let markers = new Map<number, ResponderFix>();
  let fresh: TrackedFix[] = [];
  let track: readonly ResponderFix[] = [];
  let writing: Promise<void> = Promise.resolve();

  async function write(): Promise<void> {
    await writeMarkers();
    await writeTrack();
  }

  async function writeMarkers(): Promise<void> {
    const waiting = [...markers.values()];
    markers = new Map();
    const save = (batch: readonly ResponderFix[]): Promise<void> => saveNewestFixes(db, nodeId, batch);
    for (const left of await saveInBatches(waiting, save, log)) {
      // what came meanwhile is newer
      if (!markers.has(left.responderId)) markers.set(left.responderId, left);
    }
  }

  async function writeTrack(): Promise<void> {
    if (fresh.length > 0) {
      const engaged = await listEngagements(db);
      const kept = fresh.filter((each) => isKept(each, engaged.has(each.responderId)));
      fresh = [];
      track = [...track, ...kept];
    }
    track = await saveInBatches(track, (batch) => saveTrackFixes(db, batch), log);
  }

  function flush(): Promise<void> {
    writing = writing.then(write).catch((error: unknown) => {
      log.warn({ err: error }, "positions could not be stored; they wait in memory");
    });
    return writing;
  }

  const flushing = createRepeat(everyMilliseconds, flush);
  return {
    flush,
    add(fix, isNewest) {
      if (isNewest) markers.set(fix.responderId, fix);
      if (fresh.length + track.length < mostTrackFixes) fresh.push({ ...fix, isLate: !isNewest });
    },
    start: flushing.start,
    async stop() {
      await flushing.stop();
      await flush();
    },
  };
}

/**
 * A batch that the database refuses as it is would be refused for ever: it is left out, so that it holds up no other.
 * @returns what is left when the database is away
 */
async function saveInBatches(
  rows: readonly ResponderFix[],
  save: (batch: readonly ResponderFix[]) => Promise<void>,
  log: Capabilities["log"],
): Promise<readonly ResponderFix[]> {
  for (let start = 0; start < rows.length; start += largestBatch) {
    const batch = rows.slice(start, start + largestBatch);
    try {
      await save(batch);
    } catch (error) {
      if (isUnavailable(error)) {
        log.warn({ err: error, waiting: rows.length - start }, "positions could not be stored; they wait in memory");
        return rows.slice(start);
      }
      log.error({ err: error, lost: batch.length }, "positions were refused by the database");
    }
  }
  return [];
}

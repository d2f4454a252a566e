import type { Capabilities } from "../capabilities.ts";
import { isUnavailable } from "../db/index.ts";
import { type Engagement, listEngagements } from "./engagement-store.ts";
import { saveNewestFixes, saveTrackFixes } from "./position-store.ts";
import { createRepeat, type Repeat } from "./repeat.ts";
import { createTrackThinning, type TrackedFix } from "./thin-track.ts";
import type { ResponderFix } from "./types.ts";
import { createWaitingMarkers } from "./waiting-markers.ts";

const everyMilliseconds = 250;
const largestBatch = 1_000;
/**
 * Markers of responders with nothing to do that are written each time: with the newest in memory the row is for a restart
 * and for other nodes, and a large fleet must not take the database from those who raise alarms. 10,000 a second: a fleet of
 * 100,000 is on disk anew every ten seconds, one of 2,500 four times a second.
 */
const mostFreeMarkers = 2_500;
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
  const markers = createWaitingMarkers();
  let fresh: TrackedFix[] = [];
  let track: readonly ResponderFix[] = [];
  let writing: Promise<void> = Promise.resolve();

  async function write(mostFree: number): Promise<void> {
    if (markers.size === 0 && fresh.length === 0 && track.length === 0) return;
    const engaged = await listEngagements(db);
    const due = markers.take(engaged.keys(), mostFree);
    markers.putBack(await saveInBatches(due, (batch) => saveNewestFixes(db, nodeId, batch), log));
    await writeTrack(engaged);
  }

  async function writeTrack(engaged: ReadonlyMap<number, Engagement>): Promise<void> {
    const kept = fresh.filter((each) => isKept(each, engaged.has(each.responderId)));
    fresh = [];
    track = await saveInBatches([...track, ...kept], (batch) => saveTrackFixes(db, batch), log);
  }

  function writeNext(mostFree: number): Promise<void> {
    writing = writing
      .then(() => write(mostFree))
      .catch((error: unknown) => {
        log.warn({ err: error }, "positions could not be stored; they wait in memory");
      });
    return writing;
  }

  const regularly = createRepeat(everyMilliseconds, () => writeNext(mostFreeMarkers));
  const flush = (): Promise<void> => writeNext(Number.POSITIVE_INFINITY);
  return {
    flush,
    add({ responderId, fix }, isNewest) {
      if (isNewest) markers.add({ responderId, fix });
      if (fresh.length + track.length < mostTrackFixes) fresh.push({ responderId, fix, isLate: !isNewest });
    },
    start: regularly.start,
    async stop() {
      await regularly.stop();
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
        log.warn(
          { err: error, waiting: rows.length - start },
          "positions could not be stored; they wait in memory",
        );
        return rows.slice(start);
      }
      log.error({ err: error, lost: batch.length }, "positions were refused by the database");
    }
  }
  return [];
}

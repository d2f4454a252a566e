import type { Capabilities } from "../capabilities.ts";
import { type ResponderFix, saveNewestFixes, saveTrackFixes } from "./position-store.ts";

const everyMilliseconds = 250;
const largestBatch = 500;
/** While the database is away positions are thinned to the newest of each; the track has a hole then. */
const mostTrackFixes = 200_000;

export interface WriteBehind {
  add(fix: ResponderFix, isNewest: boolean): void;
  flush(): Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

/** Positions go to the tables in batches: a crash may cost the last quarter of a second of them, never a callout. */
export function createWriteBehind({
  db,
  clock,
  log,
}: Pick<Capabilities, "db" | "clock" | "log">): WriteBehind {
  const newest = new Map<number, ResponderFix>();
  let track: ResponderFix[] = [];
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  async function flush(): Promise<void> {
    writing = writing.then(write);
    await writing;
  }

  async function write(): Promise<void> {
    while (newest.size > 0 || track.length > 0) {
      const markers = [...newest.values()].slice(0, largestBatch);
      const fixes = track.slice(0, largestBatch);
      try {
        if (markers.length > 0) await saveNewestFixes(db, markers, clock.now());
        if (fixes.length > 0) await saveTrackFixes(db, fixes);
      } catch (error) {
        log.warn(
          { err: error, waiting: newest.size },
          "positions could not be stored; they are kept in memory meanwhile",
        );
        return;
      }
      for (const marker of markers)
        if (newest.get(marker.responderId) === marker) newest.delete(marker.responderId);
      track = track.slice(fixes.length);
    }
  }

  function tick(): void {
    void flush().then(() => {
      timer = setTimeout(tick, everyMilliseconds);
    });
  }

  return {
    flush,
    add(fix, isNewest) {
      if (isNewest) newest.set(fix.responderId, fix);
      if (track.length < mostTrackFixes) track.push(fix);
    },
    start: tick,
    async stop() {
      clearTimeout(timer);
      await flush();
      clearTimeout(timer);
    },
  };
}

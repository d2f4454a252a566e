import type { Capabilities } from "../capabilities.ts";
import type { Coverage } from "../coverage/index.ts";
import { createPoller } from "../deadlines/index.ts";
import { saveCoverage, takeOutdatedPlaces } from "./coverage-check-store.ts";

/** So few that nobody who wants one of these places waits long for them. */
const batchSize = 500;
/** Between two of them, so that raises come through. */
const restMilliseconds = 20;
/** However hints get lost, nothing stays out of date longer than this. */
const pollMilliseconds = 30_000;

/** Keeps the coverage of places true while areas change. */
export interface CoverageChecks {
  /** Looks now, after each change to an area, and again and again, until stopped. */
  start(): void;
  stop(): Promise<void>;
  /** Checks some that are out of date; returns how many. None is left when it is 0. */
  runBatch(): Promise<number>;
}

/**
 * Each place bears the number of the newest change to an area that it was checked after. Those that are behind are checked in
 * batches, by any node, until there is none: a node that stops in the middle leaves the rest to the next.
 */
export function createCoverageChecks(
  { db, clock, log }: Pick<Capabilities, "db" | "clock" | "log">,
  coverage: Coverage,
): CoverageChecks {
  let unsubscribe = (): void => undefined;
  const poller = createPoller(look, restMilliseconds);

  function runBatch(): Promise<number> {
    return db.transaction(async (tx) => {
      const places = await takeOutdatedPlaces(tx, coverage.version, batchSize);
      const checked = places.map((place) => ({ ...place, coverage: coverage.at(place, place.isDemo) }));
      if (places.length > 0) await saveCoverage(tx, checked, clock.now());
      return places.length;
    });
  }

  async function look(): Promise<number> {
    try {
      // changes of which no word came
      await coverage.refresh();
      return (await runBatch()) === batchSize ? restMilliseconds : pollMilliseconds;
    } catch (error) {
      log.warn({ err: error }, "places could not be checked against coverage areas; trying again");
      return pollMilliseconds;
    }
  }

  return {
    runBatch,
    start() {
      unsubscribe = coverage.subscribe(poller.wake);
      poller.start();
    },
    stop() {
      unsubscribe();
      return poller.stop();
    },
  };
}

import type { Capabilities } from "../capabilities.ts";
import { AreaIndex } from "./area-index.ts";
import { coverageChanged, listChangedSince, newestVersion } from "./coverage-store.ts";
import type { Coverage } from "./types.ts";

const security = 1;
const medical = 2;

/** Coverage in memory. A change elsewhere arrives by NOTIFY within milliseconds. */
export function createCoverage({ db, log }: Pick<Capabilities, "db" | "log">): Coverage {
  const index = new AreaIndex();
  const hearers = new Set<() => void>();
  let version = 0;
  let reading: Promise<void> = Promise.resolve();
  const listener = db.listener({
    channel: coverageChanged,
    onNotification: refreshLater,
    onListening: refreshLater,
  });

  function refreshLater(): void {
    refresh().catch((error: unknown) => {
      log.warn({ err: error }, "coverage areas could not be read; trying again with the next change");
    });
  }

  /** One read after the other: each starts from what the one before knew. */
  function refresh(): Promise<void> {
    const mine = reading.then(read);
    reading = mine.catch(() => undefined);
    return mine;
  }

  async function read(): Promise<void> {
    const newest = await newestVersion(db);
    if (newest === version) return;
    const changed = await listChangedSince(db, version);
    index.put(changed);
    // what was committed between the two statements is in the second
    version = Math.max(newest, ...changed.map((area) => area.version));
    for (const hear of hearers) hear();
  }

  return {
    suppliersCovering: (place, responseTypeId) => index.suppliersCovering(place, responseTypeId),
    at: (place, withDemo) => ({
      security: index.isCovered(place, security, withDemo),
      medical: index.isCovered(place, medical, withDemo),
      version,
    }),
    get version() {
      return version;
    },
    refresh,
    subscribe(hear) {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
    async start() {
      await listener.start();
      await refresh();
    },
    stop: () => listener.stop(),
  };
}

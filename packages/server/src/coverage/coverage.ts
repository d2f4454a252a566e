import type { Capabilities } from "../capabilities.ts";
import { AreaIndex } from "./area-index.ts";
import { coverageChanged, findArea, listAreas } from "./coverage-store.ts";
import type { Coverage } from "./types.ts";

/** Coverage in memory. A change elsewhere arrives by NOTIFY within milliseconds. */
export function createCoverage({ db, log }: Pick<Capabilities, "db" | "log">): Coverage {
  const index = new AreaIndex();
  let reading: Promise<void> = Promise.resolve();
  const listener = db.listener({
    channel: coverageChanged,
    onNotification: (id) => void read(Number(id)).catch(reportRead),
    onListening: () => void readAll().catch(reportRead),
  });

  function reportRead(error: unknown): void {
    log.warn({ err: error }, "coverage areas could not be read; trying again with the next change");
  }

  /** One read after the other: what is read last is newest. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    const mine = reading.then(work);
    reading = mine.catch(() => undefined);
    return mine;
  }

  function read(id: number): Promise<void> {
    return inTurn(async () => index.put(id, await findArea(db, id)));
  }

  function readAll(): Promise<void> {
    return inTurn(async () => index.replaceAll(await listAreas(db)));
  }

  return {
    suppliersCovering: (place, responseTypeId) => index.suppliersCovering(place, responseTypeId),
    refresh: read,
    async start() {
      await listener.start();
      await readAll();
    },
    stop: () => listener.stop(),
  };
}

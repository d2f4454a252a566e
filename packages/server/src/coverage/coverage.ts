import type { Capabilities } from "../capabilities.ts";
import { createListener } from "../db/index.ts";
import { coverageChanged, findArea, listAreas } from "./coverage-store.ts";
import { coversPoint, type PreparedGeometry, prepareGeometry } from "./prepared-geometry.ts";
import type { Coverage, CoverageArea } from "./types.ts";

interface PreparedArea {
  readonly supplierId: number;
  readonly responseTypeId: number;
  readonly geometry: PreparedGeometry;
}

/** Coverage in memory. A change elsewhere arrives by NOTIFY within milliseconds. */
export function createCoverage({ db, log }: Pick<Capabilities, "db" | "log">): Coverage {
  const areas = new Map<number, PreparedArea>();
  let byResponseType: ReadonlyMap<number, readonly PreparedArea[]> = new Map();
  let reading: Promise<void> = Promise.resolve();
  const listener = createListener(db, log, {
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
    return inTurn(async () => {
      const area = await findArea(db, id);
      if (area) areas.set(id, prepare(area));
      else areas.delete(id);
      group();
    });
  }

  function readAll(): Promise<void> {
    return inTurn(async () => {
      const all = await listAreas(db);
      areas.clear();
      for (const area of all) areas.set(area.id, prepare(area));
      group();
    });
  }

  function group(): void {
    byResponseType = Map.groupBy(areas.values(), ({ responseTypeId }) => responseTypeId);
  }

  return {
    suppliersCovering(place, responseTypeId) {
      const drawn = byResponseType.get(responseTypeId);
      if (!drawn) return null;
      const covering = drawn.filter(({ geometry }) => coversPoint(geometry, place));
      return new Set(covering.map(({ supplierId }) => supplierId));
    },
    refresh: read,
    async start() {
      await listener.start();
      await readAll();
    },
    stop: () => listener.stop(),
  };
}

function prepare({ supplierId, responseTypeId, geometry }: CoverageArea): PreparedArea {
  return { supplierId, responseTypeId, geometry: prepareGeometry(geometry) };
}

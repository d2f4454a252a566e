import { PositionGrid } from "@tocsin/domain";
import type { Capabilities } from "../capabilities.ts";
import { createListener } from "../db/index.ts";
import { createWriteBehind } from "./write-behind.ts";
import { rejection } from "./judge-fix.ts";
import { readFixesSince } from "./position-store.ts";
import { readFleet, readFleetEntry } from "./responder-store.ts";
import type { Fix, FixVerdict, Fleet, FleetEntry } from "./types.ts";

const channel = "responder_changed";
/** Positions may be thinned: other nodes see each other's at this interval. */
const followMilliseconds = 1_000;

/** The fleet in memory: an exact grid over everybody's newest position, written behind in batches. */
export function createFleet({ db, clock, log }: Pick<Capabilities, "db" | "clock" | "log">): Fleet {
  const entries = new Map<number, FleetEntry>();
  const grid = new PositionGrid();
  const hearers = new Set<(responderId: number) => void>();
  const writeBehind = createWriteBehind({ db, clock, log });
  const listener = createListener(db, log, {
    channel,
    onNotification: (id) => void read(Number(id)).catch(reportRead),
    onListening: () => void readAll().catch(reportRead),
  });
  let followedTo: Temporal.Instant | null = null;
  let timer: NodeJS.Timeout | undefined;

  function reportRead(error: unknown): void {
    log.warn({ err: error }, "responders could not be read; trying again with the next change");
  }

  function tell(responderId: number): void {
    for (const hear of hearers) hear(responderId);
  }

  function put(entry: FleetEntry): void {
    const { id } = entry.responder;
    const known = entries.get(id)?.fix;
    // what is in memory may be newer than what is on disk
    const fix = known && (!entry.fix || isNewer(known, entry.fix)) ? known : entry.fix;
    entries.set(id, { ...entry, fix });
    if (fix) grid.move(id, fix);
    tell(id);
  }

  async function readAll(): Promise<void> {
    for (const entry of await readFleet(db)) put(entry);
  }

  async function read(id: number): Promise<void> {
    const entry = await readFleetEntry(db, id);
    if (entry) put(entry);
  }

  function move(id: number, fix: Fix): void {
    const entry = entries.get(id);
    if (!entry || (entry.fix && !isNewer(fix, entry.fix))) return;
    entries.set(id, { ...entry, fix });
    grid.move(id, fix);
    tell(id);
  }

  async function follow(): Promise<void> {
    try {
      followedTo ??= clock.now();
      const { fixes, newest } = await readFixesSince(db, followedTo);
      for (const { responderId, fix } of fixes) move(responderId, fix);
      followedTo = newest;
    } catch (error) {
      log.debug({ err: error }, "other nodes' positions could not be read; trying again");
    }
    timer = setTimeout(() => void follow(), followMilliseconds);
  }

  function record(responderId: number, fixes: readonly Fix[]): FixVerdict {
    const now = clock.now();
    const rejected: { index: number; reason: string }[] = [];
    let accepted = 0;
    let stale = 0;
    for (const [index, fix] of fixes.entries()) {
      const reason = entries.has(responderId) ? rejection(fix, now) : "there is no such responder";
      if (reason) {
        rejected.push({ index, reason });
        continue;
      }
      const current = entries.get(responderId)?.fix;
      const isLate = current != null && !isNewer(fix, current);
      writeBehind.add({ responderId, fix }, !isLate);
      if (isLate) stale++;
      else accepted++;
      move(responderId, fix);
    }
    return { accepted, stale, rejected };
  }

  return {
    record,
    find: (id) => entries.get(id),
    entries: () => entries.values(),
    nearest: (place, count, accepts) =>
      grid
        .nearest(place, count, (id) => {
          const entry = entries.get(id);
          return entry !== undefined && accepts(entry);
        })
        .flatMap(({ id }) => entries.get(id) ?? []),
    subscribe(hear) {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
    async refresh(id) {
      await read(id);
      await db.query({ text: "select pg_notify($1, $2)", values: [channel, String(id)] });
    },
    flush: () => writeBehind.flush(),
    async start() {
      await listener.start();
      await readAll();
      writeBehind.start();
      await follow();
    },
    async stop() {
      clearTimeout(timer);
      await listener.stop();
      await writeBehind.stop();
    },
  };
}

function isNewer(one: Fix, other: Fix): boolean {
  return Temporal.Instant.compare(one.recordedAt, other.recordedAt) > 0;
}

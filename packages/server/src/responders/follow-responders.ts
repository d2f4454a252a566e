import type { Capabilities } from "../capabilities.ts";
import { createListener, type Listener, type Queryable } from "../db/index.ts";
import type { FleetMemory } from "./fleet-memory.ts";
import { readFleet, readFleetEntries, responderChanged } from "./responder-store.ts";
import type { FleetEntry } from "./types.ts";

const retryMilliseconds = 1_000;

export interface ResponderFollower extends Listener {
  /**
   * Reads these again; resolves when what is in memory is at least as new as this call. Where the database is away it
   * goes on trying behind its caller, whose change is done already.
   */
  refresh(ids: readonly number[]): Promise<void>;
}

/** Keeps the facts of responders in memory as they are in the database, whichever node changes them. */
export function createResponderFollower(
  { db, log }: Pick<Capabilities, "db" | "log">,
  memory: FleetMemory,
  settings: { readonly demo: boolean },
): ResponderFollower {
  const idle = Promise.resolve();
  /** Ids to read; null: everybody. */
  let wanted: ReadonlySet<number> | null = new Set();
  let running: Promise<void> = idle;
  let upcoming: Promise<void> | null = null;
  let retry: NodeJS.Timeout | undefined;

  /**
   * One read after another, or an older answer could overtake a newer one. Whoever asks while one is under way is served
   * by the next, together with all others who ask meanwhile.
   */
  function read(ids: readonly number[] | null): Promise<void> {
    wanted = join(wanted, ids);
    upcoming ??= running.then(readWanted, readWanted);
    running = upcoming;
    return upcoming;
  }

  async function readWanted(): Promise<void> {
    const ids = wanted && [...wanted];
    wanted = new Set();
    upcoming = null;
    try {
      for (const entry of await readEntries(db, ids, settings.demo)) memory.put(entry);
    } catch (error) {
      wanted = join(wanted, ids);
      throw error;
    }
  }

  async function refresh(ids: readonly number[] | null): Promise<void> {
    try {
      await read(ids);
    } catch (error) {
      log.warn({ err: error }, "responders could not be read; trying again");
      clearTimeout(retry);
      retry = setTimeout(() => void refresh([]), retryMilliseconds);
    }
  }

  const listener = createListener(db, log, {
    channel: responderChanged,
    onNotification: (id) => void refresh([Number(id)]),
    onListening: () => void refresh(null),
  });
  return {
    refresh,
    async start() {
      await listener.start();
      // listening has begun, and with it a read of everybody; unless the connection failed
      await (running === idle ? read(null) : running);
    },
    async stop() {
      await listener.stop();
      await running.catch(() => undefined);
      clearTimeout(retry);
    },
  };
}

async function readEntries(
  db: Queryable,
  ids: readonly number[] | null,
  withDemo: boolean,
): Promise<FleetEntry[]> {
  const entries = await (ids ? readFleetEntries(db, ids) : readFleet(db));
  return entries.filter(({ responder }) => withDemo || !responder.isDemo);
}

function join(wanted: ReadonlySet<number> | null, ids: readonly number[] | null): ReadonlySet<number> | null {
  return wanted && ids && new Set([...wanted, ...ids]);
}

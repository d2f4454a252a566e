import type { Capabilities } from "../capabilities.ts";
import type { Listener, Queryable } from "../db/index.ts";
import type { FleetMemory } from "./fleet-memory.ts";
import { createReadsInTurn, type Wanted } from "./reads-in-turn.ts";
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
  const reads = createReadsInTurn(async (ids) => {
    for (const entry of await readEntries(db, ids, settings.demo)) memory.put(entry);
  });
  let retry: NodeJS.Timeout | undefined;
  let isStopped = false;

  async function refresh(ids: Wanted): Promise<void> {
    try {
      await reads.ask(ids);
    } catch (error) {
      log.warn({ err: error }, "responders could not be read; trying again");
      clearTimeout(retry);
      if (!isStopped) retry = setTimeout(() => void refresh([]), retryMilliseconds);
    }
  }

  const listener = db.listener({
    channel: responderChanged,
    onNotification: (id) => void refresh([Number(id)]),
    onListening: () => void refresh(null),
  });
  return {
    refresh,
    async start() {
      await listener.start();
      // listening has begun, and with it a read of everybody; unless the connection failed
      await (reads.last ?? reads.ask(null));
    },
    async stop() {
      isStopped = true;
      clearTimeout(retry);
      await listener.stop();
      await reads.last?.catch(() => undefined);
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

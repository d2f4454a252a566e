import type { Capabilities } from "../capabilities.ts";
import type { FleetMemory } from "./fleet-memory.ts";
import { readDatabaseTime, readFixesSince } from "./position-store.ts";
import { createRepeat, type Repeat } from "./repeat.ts";

/** Positions may be thinned: nodes see each other's at this interval. */
const everyMilliseconds = 1_000;

export interface PositionFollower extends Pick<Repeat, "stop"> {
  /** From here on nothing that other nodes store is missed. */
  start(): Promise<void>;
  /** Looks now; tests call it. */
  look(): Promise<void>;
}

/** Brings the positions that other nodes received into this node's memory. */
export function createPositionFollower(
  { db, log }: Pick<Capabilities, "db" | "log">,
  memory: FleetMemory,
  nodeId: string,
): PositionFollower {
  let followedTo: Temporal.Instant | null = null;

  async function look(): Promise<void> {
    try {
      followedTo ??= await readDatabaseTime(db);
      const { fixes, newest } = await readFixesSince(db, nodeId, followedTo);
      for (const { responderId, fix } of fixes) {
        const entry = memory.find(responderId);
        if (entry) memory.move(entry, fix);
      }
      followedTo = newest;
    } catch (error) {
      log.debug({ err: error }, "other nodes' positions could not be read; trying again");
    }
  }

  const looking = createRepeat(everyMilliseconds, look);
  return {
    look,
    async start() {
      followedTo = await readDatabaseTime(db);
      looking.start();
    },
    stop: () => looking.stop(),
  };
}

import type { Capabilities } from "../capabilities.ts";
import { createFleetMemory } from "./fleet-memory.ts";
import { createPositionFollower } from "./follow-positions.ts";
import { createResponderFollower } from "./follow-responders.ts";
import { recordFixes } from "./record-fixes.ts";
import type { Fleet } from "./types.ts";
import { createWriteBehind } from "./write-behind.ts";

const nodeIdBytes = 8;

/**
 * The fleet in memory: everybody's facts and newest position, written behind in batches, the same on all nodes. Where the
 * demo is off its responders do not exist.
 */
export function createFleet(
  capabilities: Pick<Capabilities, "db" | "clock" | "random" | "log">,
  settings: { readonly demo: boolean },
): Fleet {
  const { random, clock } = capabilities;
  const nodeId = random.bytes(nodeIdBytes).toString("hex");
  const memory = createFleetMemory();
  const writeBehind = createWriteBehind(capabilities, nodeId);
  const responders = createResponderFollower(capabilities, memory, settings);
  const positions = createPositionFollower(capabilities, memory, nodeId);
  const recorder = { memory, writeBehind, clock };
  return {
    find: memory.find,
    entries: memory.entries,
    nearest: memory.nearest,
    subscribe: memory.subscribe,
    record(responderId, fixes) {
      const reported = fixes.map((fix, index) => ({ index, responderId, fix }));
      return recordFixes(recorder, reported, null);
    },
    recordReported: (fixes, supplierId) => recordFixes(recorder, fixes, supplierId),
    refresh: responders.refresh,
    flush: writeBehind.flush,
    async start() {
      await positions.start();
      await responders.start();
      writeBehind.start();
    },
    async stop() {
      await Promise.all([positions.stop(), responders.stop()]);
      await writeBehind.stop();
    },
  };
}

import { createPositionGrid } from "@tocsin/domain";
import type { Fix, Fleet, FleetEntry } from "./types.ts";

/** Everybody by id, and an exact grid over their newest positions. */
export interface FleetMemory extends Pick<Fleet, "find" | "entries" | "nearest" | "subscribe"> {
  /** New or changed facts. Of two fixes the newer one stays: what is in memory may not be on disk yet. */
  put(entry: FleetEntry): void;
  /** @returns whether the fix is newer than what was known, and now the one that counts */
  move(entry: FleetEntry, fix: Fix): boolean;
}

export function createFleetMemory(): FleetMemory {
  const entries = new Map<number, FleetEntry>();
  const grid = createPositionGrid<FleetEntry>();
  const hearers = new Set<(responderId: number) => void>();

  function tell(responderId: number): void {
    for (const hear of hearers) hear(responderId);
  }

  return {
    find: (id) => entries.get(id),
    entries: () => entries.values(),
    put(entry) {
      const { id } = entry.responder;
      const known = entries.get(id)?.fix ?? null;
      const fix = known && (!entry.fix || isNewer(known, entry.fix)) ? known : entry.fix;
      const current = { responder: entry.responder, fix };
      entries.set(id, current);
      if (fix) grid.move(id, fix, current);
      tell(id);
    },
    move({ responder, fix: known }, fix) {
      if (known && !isNewer(fix, known)) return false;
      const current = { responder, fix };
      entries.set(responder.id, current);
      grid.move(responder.id, fix, current);
      tell(responder.id);
      return true;
    },
    nearest: grid.nearest,
    subscribe(hear) {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
  };
}

/** By milliseconds, which is what is stored; comparing instants themselves costs ten times as much. */
function isNewer(one: Fix, other: Fix): boolean {
  return one.recordedAt.epochMilliseconds > other.recordedAt.epochMilliseconds;
}

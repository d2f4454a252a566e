import type { Fleet, FleetEntry } from "../responders/index.ts";

/** A responder is told of again after this at the earliest, however often it moves. */
const thinnedToMilliseconds = 1_000;

/** Responders as one listener sees them move: always the newest, never more often than it can take. */
export interface ResponderWatch {
  /** Everybody at first, then those who changed; at most so many at a time. */
  take(most: number): FleetEntry[];
  close(): void;
}

/** @param milliseconds a clock that never runs backwards */
export function createResponderWatch(
  fleet: Pick<Fleet, "entries" | "find" | "subscribe">,
  milliseconds: () => number = () => performance.now(),
): ResponderWatch {
  const changed = new Set<number>();
  const unsubscribe = fleet.subscribe((responderId) => changed.add(responderId));
  let turn = Array.from(fleet.entries(), ({ responder }) => responder.id);
  let nextTurnAt = -Infinity;

  function takeTurn(): void {
    if (turn.length > 0 || milliseconds() < nextTurnAt) return;
    turn = [...changed];
    changed.clear();
  }

  return {
    take(most) {
      takeTurn();
      const ids = turn.splice(0, most);
      if (ids.length > 0 && turn.length === 0) nextTurnAt = milliseconds() + thinnedToMilliseconds;
      // what is told now is told as it is now
      for (const id of ids) changed.delete(id);
      return ids.flatMap((id) => fleet.find(id) ?? []);
    },
    close: unsubscribe,
  };
}

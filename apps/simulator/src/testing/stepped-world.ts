import type { World } from "../types.ts";

/** A world whose time stands still between steps, and whose network can be cut. */
export interface SteppedWorld extends World {
  /** Whether calls reach the server. */
  isConnected: boolean;
  /** Resolves when so many people sleep: everything they could do now is done. */
  settled(people: number): Promise<void>;
  /** Wakes everybody whose sleep is over. */
  wake(): void;
}

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

export function createSteppedWorld(now: () => number): SteppedWorld {
  let sleepers: Sleeper[] = [];
  let onSleep: () => void = () => undefined;
  const world: SteppedWorld = {
    isConnected: true,
    now,
    fetch: (...request) =>
      world.isConnected
        ? fetch(...request)
        : Promise.reject(new TypeError("fetch failed: the network is cut")),
    sleep: (milliseconds, signal) =>
      new Promise((resolve) => {
        const wake = (): void => resolve();
        signal.addEventListener("abort", wake, { once: true });
        sleepers.push({ until: now() + milliseconds, wake });
        onSleep();
      }),
    settled: (people) =>
      new Promise((resolve) => {
        onSleep = () => {
          if (sleepers.length >= people) resolve();
        };
        onSleep();
      }),
    wake() {
      const awake = sleepers.filter(({ until }) => until <= now());
      sleepers = sleepers.filter(({ until }) => until > now());
      for (const sleeper of awake) sleeper.wake();
    },
  };
  return world;
}

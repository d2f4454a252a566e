import { setTimeout } from "node:timers/promises";
import type { World } from "./types.ts";

export const realWorld: World = {
  now: () => Date.now(),
  sleep: async (milliseconds, signal) => {
    // nobody is kept alive by a sleeper, and a waking one is no failure
    await setTimeout(milliseconds, undefined, { signal, ref: false }).catch(() => undefined);
  },
  fetch: globalThis.fetch,
};

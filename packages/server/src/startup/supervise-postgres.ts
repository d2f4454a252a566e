import { setTimeout as delay } from "node:timers/promises";
import type { EmbeddedPostgres } from "../db/embedded/index.ts";
import type { Log } from "../telemetry/log.ts";

export interface SupervisedPostgres {
  /** Where it answers now: a restart may move it. */
  connection(): EmbeddedPostgres["connection"];
  stop(): Promise<void>;
}

/** Milliseconds. */
export interface BackOff {
  readonly first: number;
  readonly longest: number;
  /** After running this long its next end is a new trouble, not the old one. */
  readonly steadyAfter: number;
}

const usualBackOff: BackOff = { first: 50, longest: 5_000, steadyAfter: 60_000 };

/**
 * Starts PostgreSQL and starts it again whenever it ends by itself, for as long as it takes: a node without its database
 * can only say 503, and nobody may be there to restart it.
 */
export async function supervisePostgres(
  start: () => Promise<EmbeddedPostgres>,
  log: Log,
  backOff: BackOff = usualBackOff,
): Promise<SupervisedPostgres> {
  const stopping = new AbortController();
  let postgres = await start();
  let startedAt = performance.now();
  let pause = backOff.first;

  async function watch(): Promise<void> {
    for (;;) {
      await postgres.exited.catch(() => null);
      if (stopping.signal.aborted) return;
      if (performance.now() - startedAt >= backOff.steadyAfter) pause = backOff.first;
      const endedAt = performance.now();
      postgres = await restart();
      startedAt = performance.now();
      log.warn({ ms: Math.round(startedAt - endedAt) }, "PostgreSQL runs again");
      // asked to stop while it was starting
      if (stopping.signal.aborted) return postgres.stop();
    }
  }

  async function restart(): Promise<EmbeddedPostgres> {
    for (;;) {
      await delay(pause, undefined, { signal: stopping.signal });
      pause = Math.min(pause * 2, backOff.longest);
      try {
        return await start();
      } catch (error) {
        log.error(
          { err: error, retryMilliseconds: pause },
          "PostgreSQL could not be restarted; trying again",
        );
      }
    }
  }

  const watching = watch().catch((error: unknown) => {
    if (!stopping.signal.aborted) throw error;
  });
  return {
    connection: () => postgres.connection,
    async stop() {
      stopping.abort();
      await postgres.stop();
      await watching;
    },
  };
}

import { setTimeout as delay } from "node:timers/promises";
import type { Log } from "../telemetry/log.ts";
import type { Database } from "./database.ts";

/** Before a broken connection is made anew. */
const retryMilliseconds = 500;
/** A connection whose other end vanished says nothing; a question asked this often finds out. */
const probeMilliseconds = 30_000;

export interface Subscription {
  readonly channel: string;
  readonly onNotification: (payload: string) => void;
  /** Listening has begun, at first or again: what was sent before it may have been missed. */
  readonly onListening: () => void;
}

export interface Listener {
  /** Resolves after the first try, whether it listens already or goes on trying. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Follows a NOTIFY channel on a connection of its own, which it makes anew whenever it breaks. Delivery is best effort:
 * whoever must not miss anything looks again by itself from time to time.
 */
export function createListener(db: Database, log: Log, subscription: Subscription): Listener {
  const { channel, onNotification, onListening } = subscription;
  let stopping = new AbortController();
  let running: Promise<void> = Promise.resolve();

  async function follow(stop: AbortSignal, tried: () => void): Promise<void> {
    while (!stop.aborted) {
      try {
        await listen(stop, tried);
      } catch (error) {
        log.warn({ err: error, channel }, "a LISTEN connection could not be made or broke; trying again");
      }
      tried();
      await pause(retryMilliseconds, stop);
    }
  }

  async function listen(stop: AbortSignal, tried: () => void): Promise<void> {
    const connection = await db.connect();
    const ended = new AbortController();
    void connection.ended.then(() => ended.abort());
    const over = AbortSignal.any([stop, ended.signal]);
    try {
      connection.onNotification(onNotification);
      await connection.query({ text: `listen ${channel}` });
      onListening();
      tried();
      while (!over.aborted) {
        await pause(probeMilliseconds, over);
        if (!over.aborted) await connection.query({ text: "select 1" });
      }
    } finally {
      await connection.close();
    }
  }

  return {
    async start() {
      const tried = Promise.withResolvers<void>();
      stopping = new AbortController();
      running = follow(stopping.signal, tried.resolve);
      await tried.promise;
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

/** Ends early when `over` says so. */
async function pause(milliseconds: number, over: AbortSignal): Promise<void> {
  await delay(milliseconds, undefined, { signal: over }).catch(() => undefined);
}

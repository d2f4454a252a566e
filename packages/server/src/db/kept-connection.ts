import { setTimeout as delay } from "node:timers/promises";
import type { Log } from "../telemetry/log.ts";
import type { DedicatedConnection } from "./dedicated-connection.ts";

/** Before a broken connection is made anew. */
const retryMilliseconds = 500;
/** A connection whose other end vanished says nothing; a question asked this often finds out. */
const probeMilliseconds = 30_000;

export interface KeptConnection {
  /** Null while there is none. */
  readonly current: DedicatedConnection | null;
  stop(): Promise<void>;
}

export interface KeptConnectionUse {
  connect(): Promise<DedicatedConnection>;
  /** Prepares each new connection; when that fails the connection is given up. */
  opened(connection: DedicatedConnection): Promise<void>;
  /** There is no connection, or no longer; the next try follows. */
  failed(): void;
}

/** Opens a connection and makes it anew whenever it breaks or goes silent. */
export function keepConnection(use: KeptConnectionUse, log: Log): KeptConnection {
  const stopping = new AbortController();
  const { signal } = stopping;
  let current: DedicatedConnection | null = null;

  async function keep(): Promise<void> {
    while (!signal.aborted) {
      try {
        await hold(await use.connect());
      } catch (error) {
        log.warn({ err: error }, "the LISTEN connection could not be made or broke; trying again");
        use.failed();
      }
      await pause(retryMilliseconds, signal);
    }
  }

  async function hold(connection: DedicatedConnection): Promise<void> {
    const broken = new AbortController();
    void connection.ended.then(() => broken.abort());
    const over = AbortSignal.any([signal, broken.signal]);
    try {
      current = connection;
      await use.opened(connection);
      while (!over.aborted) {
        await pause(probeMilliseconds, over);
        if (!over.aborted) await connection.query({ text: "select 1" });
      }
    } finally {
      current = null;
      await connection.close();
    }
  }

  const ended = keep();
  return {
    get current() {
      return current;
    },
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}

/** Ends early when `over` says so. */
async function pause(milliseconds: number, over: AbortSignal): Promise<void> {
  await delay(milliseconds, undefined, { signal: over }).catch(() => undefined);
}

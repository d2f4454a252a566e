import type { Log } from "../telemetry/log.ts";
import type { DedicatedConnection } from "./dedicated-connection.ts";
import { type KeptConnection, keepConnection } from "./kept-connection.ts";

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

/** One listener that has started. */
interface Follower {
  readonly subscription: Subscription;
  /** The connection it listens on; null before the first one. */
  on: DedicatedConnection | null;
  readonly tried: PromiseWithResolvers<void>;
}

/**
 * The NOTIFY channels of a database, all of them followed on one connection. It is made when the first listener starts,
 * made anew whenever it breaks, and closed when the last one stops. Delivery is best effort: whoever must not miss anything
 * reads again in `onListening`, which every listener hears after each new beginning, and looks by itself from time to time.
 */
export class Notifications {
  readonly #connect: () => Promise<DedicatedConnection>;
  readonly #log: Log;
  readonly #followers = new Set<Follower>();
  #connection: KeptConnection | null = null;

  constructor(connect: () => Promise<DedicatedConnection>, log: Log) {
    this.#connect = connect;
    this.#log = log;
  }

  listener(subscription: Subscription): Listener {
    let follower: Follower | null = null;
    return {
      start: () => {
        follower ??= { subscription, on: null, tried: Promise.withResolvers() };
        this.#join(follower);
        return follower.tried.promise;
      },
      stop: async () => {
        const leaving = follower;
        follower = null;
        if (leaving) await this.#leave(leaving);
      },
    };
  }

  #join(follower: Follower): void {
    this.#followers.add(follower);
    const connection = this.#connection?.current;
    // a failure is the connection's: it ends, and the next one listens for everybody
    if (connection) void this.#listen(follower, connection).catch(() => follower.tried.resolve());
    this.#connection ??= keepConnection(
      {
        connect: this.#connect,
        opened: (opened) => this.#listenForAll(opened),
        failed: () => {
          for (const { tried } of this.#followers) tried.resolve();
        },
      },
      this.#log,
    );
  }

  async #leave(follower: Follower): Promise<void> {
    this.#followers.delete(follower);
    follower.tried.resolve();
    const connection = this.#connection;
    if (this.#followers.size === 0) {
      this.#connection = null;
      await connection?.stop();
      return;
    }
    const { channel } = follower.subscription;
    const isStillWanted = [...this.#followers].some(({ subscription }) => subscription.channel === channel);
    if (!isStillWanted)
      await connection?.current?.query({ text: `unlisten ${channel}` }).catch(() => undefined);
  }

  async #listenForAll(connection: DedicatedConnection): Promise<void> {
    connection.onNotification((channel, payload) => this.#tell(channel, payload));
    // whoever joins meanwhile is met too, or has begun by itself
    for (const follower of this.#followers) await this.#listen(follower, connection);
  }

  async #listen(follower: Follower, connection: DedicatedConnection): Promise<void> {
    if (follower.on === connection) return;
    follower.on = connection;
    const { channel, onListening } = follower.subscription;
    await connection.query({ text: `listen ${channel}` });
    this.#guard(channel, onListening);
    follower.tried.resolve();
  }

  #tell(channel: string, payload: string): void {
    for (const { subscription } of this.#followers)
      if (subscription.channel === channel) this.#guard(channel, () => subscription.onNotification(payload));
  }

  /** What one listener does wrong is not the others' trouble. */
  #guard(channel: string, call: () => void): void {
    try {
      call();
    } catch (error) {
      this.#log.error({ err: error, channel }, "a notification could not be handled");
    }
  }
}

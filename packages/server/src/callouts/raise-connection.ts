import { type Database, type DedicatedConnection, isUnavailable } from "../db/index.ts";
import type { PreparedRaise } from "./prepare-raise.ts";
import { type RaiseLane, type RaiseRowOutcome, raiseAll } from "./raise-lane.ts";
import type { AnyRaise } from "./types.ts";

/** A connection for raises alone: no slow query stands before them. */
export interface RaiseConnection<Command extends AnyRaise> {
  /** One statement for all, committed when it resolves. */
  send(raises: readonly PreparedRaise<Command>[]): Promise<RaiseRowOutcome[]>;
  close(): Promise<void>;
}

export function createRaiseConnection<Command extends AnyRaise>(
  db: Database,
  lane: RaiseLane<Command>,
): RaiseConnection<Command> {
  let connection: DedicatedConnection | null = null;

  async function close(): Promise<void> {
    const closing = connection;
    connection = null;
    await closing?.close().catch(() => undefined);
  }

  return {
    close,
    async send(raises) {
      try {
        if (!connection || connection.lost) connection = await db.connect();
        return await raiseAll(connection, lane, raises);
      } catch (error) {
        // a connection that failed or went silent may still hold the statement: never queue behind it
        if (isUnavailable(error)) await close();
        throw error;
      }
    },
  };
}

import type { Capabilities } from "../capabilities.ts";
import { type DedicatedConnection, isUnavailable } from "../db/index.ts";
import { foldRaises } from "./fold-raise.ts";
import {
  foldKey,
  type PreparedRaise,
  prepareRaise,
  raiseAll,
  type RaiseRowOutcome,
} from "./raise-statement.ts";
import type { RaiseCommand, RaiseOutcome } from "./types.ts";

/** More in one statement gains nothing (docs/decisions: raises commit together). */
const largestBatch = 64;

interface Waiting {
  readonly raise: PreparedRaise;
  readonly resolve: (outcome: RaiseOutcome) => void;
  readonly reject: (error: unknown) => void;
}

/** Raises for one fold key, oldest first: the first goes into the batch, the others fold into its callout. */
type Group = [Waiting, ...Waiting[]];

export interface RaiseQueue {
  /** Resolves only after the commit. Rejects with the 503 when the database is away; then nothing was promised. */
  raise(command: RaiseCommand): Promise<RaiseOutcome>;
  stop(): Promise<void>;
}

/**
 * Raises commit together: while one statement is in flight, what arrives waits and goes next as one statement. There is
 * no timer, so on an idle system a raise waits for nothing. The connection is its own, so no slow query stands before it.
 */
export function createRaiseQueue(capabilities: Capabilities): RaiseQueue {
  let waiting = new Map<string, Group>();
  let pump: Promise<void> | null = null;
  let connection: DedicatedConnection | null = null;

  async function connected(): Promise<DedicatedConnection> {
    if (!connection || connection.lost) connection = await capabilities.db.connect();
    return connection;
  }

  async function send(raises: readonly PreparedRaise[]): Promise<RaiseRowOutcome[]> {
    try {
      return await raiseAll(await connected(), raises);
    } catch (error) {
      // a connection that failed or went silent may still hold the statement: never queue behind it
      if (isUnavailable(error)) await dropConnection();
      throw error;
    }
  }

  async function dropConnection(): Promise<void> {
    const dropped = connection;
    connection = null;
    await dropped?.close().catch(() => undefined);
  }

  async function drain(): Promise<void> {
    while (waiting.size > 0) await flush(takeBatch());
    pump = null;
  }

  function takeBatch(): Group[] {
    const groups = [...waiting.values()];
    const batch = groups.slice(0, largestBatch);
    waiting = new Map(groups.slice(largestBatch).map((group) => [foldKey(group[0].raise.command), group]));
    return batch;
  }

  async function flush(batch: readonly Group[]): Promise<void> {
    try {
      const outcomes = await send(batch.map(([first]) => first.raise));
      for (const [index, group] of batch.entries()) settle(group, outcomes[index]);
    } catch (error) {
      if (batch.length === 1 || isUnavailable(error)) {
        for (const { reject } of batch.flat()) reject(error);
      } else {
        // one bad row fails the whole statement: each again alone, so that only the bad one is refused
        for (const group of batch) await flush([group]);
      }
    }
  }

  function settle(group: Group, outcome: RaiseRowOutcome | undefined): void {
    const [first, ...rest] = group;
    if (outcome?.kind === "unknownPlace") for (const { resolve } of group) resolve(outcome);
    else if (outcome?.kind === "raised") {
      first.resolve(outcome);
      if (isGroup(rest)) void fold(rest);
    } else void fold(group);
  }

  async function fold(group: Group): Promise<void> {
    const [first, ...rest] = group;
    try {
      const outcomes = await foldRaises(capabilities, [first.raise, ...rest.map(({ raise }) => raise)]);
      for (const [index, { resolve }] of group.entries()) {
        const outcome = outcomes?.[index];
        if (outcome) resolve(outcome);
      }
      if (!outcomes) for (const each of group) enqueue(each);
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }

  function enqueue(item: Waiting): void {
    const key = foldKey(item.raise.command);
    const group = waiting.get(key);
    if (group) group.push(item);
    else waiting.set(key, [item]);
    pump ??= drain();
  }

  return {
    raise: (command) =>
      new Promise((resolve, reject) => {
        enqueue({ raise: prepareRaise(capabilities, command), resolve, reject });
      }),
    async stop() {
      await pump;
      await dropConnection();
    },
  };
}

function isGroup(waiting: Waiting[]): waiting is Group {
  return waiting.length > 0;
}

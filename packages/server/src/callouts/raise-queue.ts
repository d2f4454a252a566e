import type { Capabilities } from "../capabilities.ts";
import { isUnavailable } from "../db/index.ts";
import { foldRaises } from "./fold-raise.ts";
import { personLane } from "./person-lane.ts";
import { placeLane } from "./place-lane.ts";
import { prepareRaise } from "./prepare-raise.ts";
import { createRaiseConnection, type RaiseConnection } from "./raise-connection.ts";
import type { RaiseLane, RaiseRowOutcome } from "./raise-lane.ts";
import type { AnyRaise, PersonRaiseCommand, RaiseCommand, RaiseOutcome } from "./types.ts";
import { isGroup, type RaiseGroup, type WaitingRaise, WaitingRaises } from "./waiting-raises.ts";

export interface RaiseQueue {
  /** For a place. Resolves only after the commit. Rejects with the 503 when the database is away; then nothing was promised. */
  raise(command: RaiseCommand): Promise<RaiseOutcome>;
  /** For a person, in the same way. */
  raiseForPerson(command: PersonRaiseCommand): Promise<RaiseOutcome>;
  stop(): Promise<void>;
}

/** Places and people each have a line of their own, so that neither waits for a statement of the other. */
export function createRaiseQueue(capabilities: Capabilities): RaiseQueue {
  const places = new BatchingQueue(capabilities, placeLane);
  const people = new BatchingQueue(capabilities, personLane);
  return {
    raise: (command) => places.raise(command),
    raiseForPerson: (command) => people.raise(command),
    async stop() {
      await Promise.all([places.stop(), people.stop()]);
    },
  };
}

/**
 * Raises commit together: while one statement is in flight, what arrives waits and goes next as one statement. There is
 * no timer, so on an idle system a raise waits for nothing.
 */
class BatchingQueue<Command extends AnyRaise> {
  readonly #capabilities: Capabilities;
  readonly #lane: RaiseLane<Command>;
  readonly #connection: RaiseConnection<Command>;
  readonly #waiting: WaitingRaises<Command>;
  #pump: Promise<void> | null = null;

  constructor(capabilities: Capabilities, lane: RaiseLane<Command>) {
    this.#capabilities = capabilities;
    this.#lane = lane;
    this.#connection = createRaiseConnection(capabilities.db, lane);
    this.#waiting = new WaitingRaises(lane);
  }

  raise(command: Command): Promise<RaiseOutcome> {
    return new Promise((resolve, reject) => {
      this.#add({ raise: prepareRaise(this.#capabilities, command), resolve, reject });
    });
  }

  async stop(): Promise<void> {
    await this.#pump;
    await this.#connection.close();
  }

  #add(each: WaitingRaise<Command>): void {
    this.#waiting.add(each);
    this.#pump ??= this.#drain();
  }

  async #drain(): Promise<void> {
    while (!this.#waiting.isEmpty) await this.#flush(this.#waiting.takeBatch());
    this.#pump = null;
  }

  async #flush(batch: readonly RaiseGroup<Command>[]): Promise<void> {
    try {
      const outcomes = await this.#connection.send(batch.map(([first]) => first.raise));
      for (const [index, group] of batch.entries()) this.#settle(group, outcomes[index]);
      this.#capabilities.changes.signal();
    } catch (error) {
      if (batch.length === 1 || isUnavailable(error)) {
        for (const { reject } of batch.flat()) reject(error);
      } else {
        // one bad row fails the whole statement: each again alone, so that only the bad one is refused
        for (const group of batch) await this.#flush([group]);
      }
    }
  }

  #settle(group: RaiseGroup<Command>, outcome: RaiseRowOutcome | undefined): void {
    if (outcome?.kind === "absent") {
      for (const { resolve } of group) resolve(outcome);
    } else if (outcome?.kind === "raised") {
      const [first, ...rest] = group;
      first.resolve(outcome);
      if (isGroup(rest)) void this.#fold(rest);
    } else void this.#fold(group);
  }

  async #fold(group: RaiseGroup<Command>): Promise<void> {
    const [first, ...rest] = group;
    try {
      const outcomes = await foldRaises(this.#capabilities, this.#lane, [
        first.raise,
        ...rest.map(({ raise }) => raise),
      ]);
      for (const [index, each] of group.entries()) {
        const outcome = outcomes?.[index];
        if (outcome) each.resolve(outcome);
        else this.#add(each);
      }
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }
}

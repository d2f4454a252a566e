import type { Capabilities } from "../capabilities.ts";
import { type MoveCommand, moveCallout } from "./move-callout.ts";

/** Moves that nobody waits for. */
export interface QuietMoves {
  move(command: MoveCommand): void;
  /** Does at once what still waits, and resolves when all of it is done. */
  stop(): Promise<void>;
}

/** By then the answer has left. */
const waitMilliseconds = 50;

/**
 * For positions that come after the callout seems to be closed. Under duress it is not, and where the person is now matters
 * more than ever; but whoever reads along would notice that this answer takes longer than that of a closed one. So both are
 * answered first, and both are tried afterwards.
 */
export function createQuietMoves(capabilities: Capabilities): QuietMoves {
  let waiting: MoveCommand[] = [];
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<void> = Promise.resolve();

  async function moveAll(commands: readonly MoveCommand[]): Promise<void> {
    for (const command of commands) {
      try {
        await moveCallout(capabilities, command);
      } catch (error) {
        capabilities.log.error({ err: error, calloutId: command.calloutId }, "a late position was not kept");
      }
    }
  }

  function start(): void {
    clearTimeout(timer);
    timer = undefined;
    const commands = waiting;
    waiting = [];
    underWay = underWay.then(() => moveAll(commands));
  }

  return {
    move(command) {
      waiting.push(command);
      timer ??= setTimeout(start, waitMilliseconds);
    },
    async stop() {
      start();
      await underWay;
    },
  };
}

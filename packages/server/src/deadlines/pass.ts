import type { Capabilities } from "../capabilities.ts";
import { isUnavailable } from "../db/index.ts";
import type { PartnerDirectory } from "../partners/index.ts";
import { type DueClass, type DueDeadline, peekDue } from "./deadline-store.ts";
import { type DueHandlers, handleDue, type LookedAhead } from "./handle-due.ts";
import type { Lanes } from "./lanes.ts";

const peekedAtOnce = 128;

/** What one pass over the due deadlines did. */
export interface Pass {
  /** None when nothing was due, or when all of it was in other nodes' hands. */
  readonly handled: number;
  /** There may be more. */
  readonly isFull: boolean;
}

interface Course {
  readonly which: DueClass;
  /** Shared with whatever else is taken up on this node. */
  readonly lanes: Lanes;
}

/**
 * Takes up what is due, the longest overdue first, each callout in a transaction of its own.
 * @param isStopping asked before each callout: what is left then stays for another node, or for the next start
 */
export function createPass(
  capabilities: Capabilities,
  partners: PartnerDirectory,
  handlers: DueHandlers,
  { which, lanes }: Course,
  isStopping: () => boolean,
): () => Promise<Pass> {
  const { db, clock, log } = capabilities;

  async function lookAhead(due: readonly DueDeadline[]): Promise<LookedAhead> {
    try {
      return await handlers.lookAhead(due.filter(({ kind }) => kind === "dispatch"));
    } catch (error) {
      if (isUnavailable(error)) throw error;
      // one callout may be the reason; handled one by one they don't hold each other up
      log.error({ err: error }, "the look ahead failed; each callout is handled without it");
      return { settled: new Set(), prepared: new Map() };
    }
  }

  /** @returns how many deadlines were handled */
  async function handleEach(
    due: readonly DueDeadline[],
    { settled, prepared }: LookedAhead,
  ): Promise<number> {
    const open = due.filter((deadline) => !settled.has(deadline));
    const byCallout = Map.groupBy(
      open,
      ({ customerSourceId, calloutId }) => `${customerSourceId} ${calloutId}`,
    );
    const counts = await lanes.each(
      which === "looks" ? "urgent" : "usual",
      [...byCallout.values()],
      async (deadlines) => {
        const [first] = deadlines;
        if (!first || isStopping()) return 0;
        const dispatch = deadlines.map((deadline) => prepared.get(deadline)).find(Boolean);
        const ready = dispatch ? { ...handlers, dispatch } : handlers;
        return (await handleDue(capabilities, partners, ready, first)) ?? 0;
      },
    );
    return counts.reduce((sum, count) => sum + count, 0);
  }

  return async () => {
    const due = await peekDue(db, which, clock.now(), peekedAtOnce);
    const ahead = await lookAhead(due);
    const handled = ahead.settled.size + (await handleEach(due, ahead));
    return { handled, isFull: due.length === peekedAtOnce };
  };
}

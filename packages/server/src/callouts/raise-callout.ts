import type { Capabilities } from "../capabilities.ts";
import type { Queryable } from "../db/index.ts";
import { foldRaises } from "./fold-raise.ts";
import { prepareRaise, raiseAll } from "./raise-statement.ts";
import type { RaiseCommand, RaiseOutcome } from "./types.ts";

/** A live callout may end between two looks; more often than this in a row it does not. */
const attempts = 5;

/**
 * Raises one callout inside a transaction of the caller's, so that it commits together with something else (the stored
 * answer of an Idempotency-Key). Everything else goes through the raise queue.
 */
export async function raiseCallout(
  capabilities: Pick<Capabilities, "clock" | "random" | "changes">,
  tx: Queryable,
  command: RaiseCommand,
): Promise<RaiseOutcome> {
  const raise = prepareRaise(capabilities, command);
  tx.afterCommit(capabilities.changes.signal);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const [outcome] = await raiseAll(tx, [raise]);
    if (outcome && outcome.kind !== "alreadyLive") return outcome;
    const folded = (await foldRaises({ ...capabilities, db: tx }, [raise]))?.[0];
    if (folded) return folded;
  }
  throw new Error(
    `The callout at ${command.request.externalReferenceId} kept changing while it was raised again`,
  );
}

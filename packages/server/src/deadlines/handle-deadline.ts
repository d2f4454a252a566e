import { applyEvent, type Callout } from "../callouts/index.ts";
import type { Capabilities } from "../capabilities.ts";
import type { Queryable } from "../db/index.ts";
import type { PartnerDirectory } from "../partners/index.ts";
import { type DueDeadline, postponeDeadline } from "./deadline-store.ts";

/** A deadline whose transition failed is tried again after this, behind the healthy ones. */
const retryAfterSeconds = 30;

/**
 * Lets a due deadline happen to its callout. What fails is put off by a moment, so that it holds up nothing else and is
 * never lost.
 * @param tx holds the callout
 * @returns the callout as it is now
 */
export async function handleDeadline(
  { clock, log }: Capabilities,
  partners: PartnerDirectory,
  tx: Queryable,
  deadline: DueDeadline,
): Promise<Callout> {
  const { callout, kind } = deadline;
  const now = clock.now();
  try {
    const partner = await partners.find(callout.customerSourceId);
    if (!partner) throw new Error(`Callout ${callout.id} belongs to no known customer source`);
    const { timing } = partner.policies;
    const applied = await tx.transaction((inner) =>
      applyEvent(inner, callout, { type: "deadlineDue", kind }, now, timing),
    );
    if (!applied.ok) throw new Error(`The deadline was refused: ${applied.reason}`);
    return applied.callout;
  } catch (error) {
    log.error(
      { err: error, calloutId: callout.id, kind },
      "a due deadline could not be handled and is tried again",
    );
    await postponeDeadline(tx, deadline, now.add({ seconds: retryAfterSeconds }), now);
    return callout;
  }
}

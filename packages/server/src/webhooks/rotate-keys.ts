import type { Capabilities } from "../capabilities.ts";
import type { Queryable } from "../db/index.ts";
import { endKeys, keepNewestKeys, lockEndpoint } from "./endpoint-store.ts";
import { addKeys, requireEndpoint } from "./register-endpoint.ts";
import type { WebhookEndpoint } from "./types.ts";

/** Every live key adds a signature to every delivery. */
const mostEarlierKeys = 3;

/**
 * Makes new keys. Those from before sign on beside them for `overlapSeconds`, or until their own end when that is sooner; with
 * 0 they count no more. At most the three newest of them are kept.
 * @throws AppError `not-found`: the tenant has no webhook
 */
export async function rotateKeys(
  { clock, random }: Pick<Capabilities, "clock" | "random">,
  db: Queryable,
  customerSourceId: number,
  { overlapSeconds }: { readonly overlapSeconds: number },
): Promise<WebhookEndpoint> {
  return db.transaction(async (tx) => {
    await lockEndpoint(tx, customerSourceId);
    // what is not there has no keys either: the answer is the same
    await requireEndpoint(tx, customerSourceId);
    const now = clock.now();
    await endKeys(tx, customerSourceId, now.add({ seconds: overlapSeconds }));
    await keepNewestKeys(tx, customerSourceId, mostEarlierKeys, now);
    await addKeys({ random }, tx, customerSourceId, now);
    return requireEndpoint(tx, customerSourceId);
  });
}

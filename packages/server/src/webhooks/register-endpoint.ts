import type { Capabilities } from "../capabilities.ts";
import type { Queryable } from "../db/index.ts";
import { notFound } from "../errors.ts";
import { hurryDeliveries } from "./delivery-store.ts";
import { dropPendingDeliveries } from "./drop-pending.ts";
import { findEndpoint, insertKey, removeEndpoint, saveEndpoint } from "./endpoint-store.ts";
import { lockLane } from "./lane-store.ts";
import { signatureSchemes } from "./signature.ts";
import type { EndpointDetails, WebhookEndpoint } from "./types.ts";

const keyBytes = 32;

/**
 * Registers where the tenant wants to hear of its events. Registering again replaces all of it at once and keeps the keys, so
 * that whoever verifies goes on verifying. What is pending is tried there now, however long the one before did not answer.
 */
export async function registerEndpoint(
  { clock, random, changes }: Pick<Capabilities, "clock" | "random" | "changes">,
  db: Queryable,
  customerSourceId: number,
  details: EndpointDetails,
): Promise<WebhookEndpoint> {
  return db.transaction(async (tx) => {
    // before the endpoint's row, as whoever turns notices into deliveries
    await lockLane(tx, customerSourceId);
    const now = clock.now();
    // whoever registers at the same instant waits here, and then finds the keys
    await saveEndpoint(tx, customerSourceId, details, now);
    await hurryDeliveries(tx, customerSourceId, now);
    tx.afterCommit(changes.signal);
    const saved = await requireEndpoint(tx, customerSourceId);
    if (saved.keys.length > 0) return saved;
    await addKeys({ random }, tx, customerSourceId, now);
    return requireEndpoint(tx, customerSourceId);
  });
}

/** A new key of each scheme, whichever are asked for now: another may be asked for later, and its key is known then. */
export async function addKeys(
  { random }: Pick<Capabilities, "random">,
  tx: Queryable,
  customerSourceId: number,
  now: Temporal.Instant,
): Promise<void> {
  for (const scheme of signatureSchemes) {
    await insertKey(tx, customerSourceId, { scheme, secret: random.bytes(keyBytes) }, now);
  }
}

/** @throws AppError `not-found`: the tenant has none */
export async function requireEndpoint(db: Queryable, customerSourceId: number): Promise<WebhookEndpoint> {
  const endpoint = await findEndpoint(db, customerSourceId);
  if (!endpoint) throw noEndpoint();
  return endpoint;
}

/**
 * Ends the tenant's webhook, forgets its keys, and drops what was still to be sent.
 * @returns how many deliveries were dropped
 * @throws AppError `not-found`: the tenant has none
 */
export async function deleteEndpoint(
  { clock }: Pick<Capabilities, "clock">,
  db: Queryable,
  customerSourceId: number,
): Promise<number> {
  return db.transaction(async (tx) => {
    // before the endpoint's row, as whoever turns notices into deliveries
    const dropped = await dropPendingDeliveries(tx, customerSourceId, clock.now());
    if (!(await removeEndpoint(tx, customerSourceId))) throw noEndpoint();
    return dropped;
  });
}

function noEndpoint(): Error {
  return notFound("A registered webhook");
}

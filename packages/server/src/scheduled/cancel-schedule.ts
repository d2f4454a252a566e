import { type Actor, decideVisit } from "@tocsin/domain";
import type { Capabilities } from "../capabilities.ts";
import type { Queryable } from "../db/index.ts";
import { changeVisit } from "./change-visit.ts";
import { noSuchService } from "./refusals.ts";
import { lockLiveServicesOf, lockService, markServiceCancelled, type ServiceKey } from "./service-store.ts";
import { lockAwaitedVisits } from "./visit-store.ts";

type CancelMeans = Pick<Capabilities, "clock" | "changes">;

/**
 * Calls a scheduled service off: nothing of it is planned any more, and nobody is awaited. Visits that somebody is at, and those
 * whose window is over, are the past and stay. Called off already: nothing changes.
 * @throws AppError `not-found`
 */
export async function cancelSchedule(
  means: CancelMeans,
  db: Queryable,
  key: ServiceKey,
  by: Actor,
): Promise<void> {
  await db.transaction(async (tx) => {
    const service = await lockService(tx, key);
    if (!service) throw noSuchService(key.id);
    if (!service.cancelledAt) await callOff(means, tx, key, by);
  });
}

/** Calls off, in the same way, all that is scheduled for a customer. Whoever calls holds the customer, so that nothing is added. */
export async function cancelSchedulesOf(
  means: CancelMeans,
  tx: Queryable,
  customer: { readonly customerSourceId: number; readonly customerId: number },
  by: Actor,
): Promise<void> {
  for (const service of await lockLiveServicesOf(tx, customer)) await callOff(means, tx, service, by);
}

/** @param key of one that the transaction holds */
async function callOff(
  { clock, changes }: CancelMeans,
  tx: Queryable,
  { customerSourceId, id }: ServiceKey,
  by: Actor,
): Promise<void> {
  const key = { customerSourceId, id };
  const now = clock.now();
  const event = { type: "cancelled" } as const;
  for (const visit of await lockAwaitedVisits(tx, key))
    if (decideVisit(visit, event, now).ok) await changeVisit(tx, visit, { event, by }, now);
  await markServiceCancelled(tx, key, now);
  tx.afterCommit(changes.signal);
}

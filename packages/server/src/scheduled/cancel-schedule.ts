import { type Actor, decideVisit } from "@tocsin/domain";
import type { Capabilities } from "../capabilities.ts";
import type { Queryable } from "../db/index.ts";
import { changeVisit } from "./change-visit.ts";
import { noSuchService } from "./refusals.ts";
import { lockService, markServiceCancelled, type ServiceKey } from "./service-store.ts";
import { lockAwaitedVisits } from "./visit-store.ts";

/**
 * Calls a scheduled service off: nothing of it is planned any more, and nobody is awaited. Visits that somebody is at, and those
 * whose window is over, are the past and stay. Called off already: nothing changes.
 * @throws AppError `not-found`
 */
export async function cancelSchedule(
  { clock, changes }: Pick<Capabilities, "clock" | "changes">,
  db: Queryable,
  key: ServiceKey,
  by: Actor,
): Promise<void> {
  await db.transaction(async (tx) => {
    const service = await lockService(tx, key);
    if (!service) throw noSuchService(key.id);
    if (service.cancelledAt) return;
    const now = clock.now();
    const event = { type: "cancelled" } as const;
    for (const visit of await lockAwaitedVisits(tx, key))
      if (decideVisit(visit, event, now).ok) await changeVisit(tx, visit, { event, by }, now);
    await markServiceCancelled(tx, key, now);
    tx.afterCommit(changes.signal);
  });
}

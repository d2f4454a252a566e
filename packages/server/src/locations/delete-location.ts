import { hasActiveCalloutAt } from "../callouts/index.ts";
import type { Capabilities } from "../capabilities.ts";
import type { Queryable } from "../db/index.ts";
import { lockLocationForDelete, markLocationDeleted } from "./location-store.ts";
import { locationInUse, noSuchLocation } from "./refusals.ts";

/**
 * Takes a place out of the tenant's list and frees its reference; its callouts keep it.
 * @throws AppError `not-found`, or `location-in-use` while a callout is active there
 */
export async function deleteLocation(
  { clock }: Pick<Capabilities, "clock">,
  db: Queryable,
  { customerSourceId, id }: { readonly customerSourceId: number; readonly id: number },
): Promise<void> {
  await db.transaction(async (tx) => {
    if (!(await lockLocationForDelete(tx, customerSourceId, id))) throw noSuchLocation(id);
    if (await hasActiveCalloutAt(tx, customerSourceId, id)) throw locationInUse(id);
    await markLocationDeleted(tx, customerSourceId, id, clock.now());
  });
}

import type { Capabilities } from "../capabilities.ts";
import { lockLiveCustomer } from "../customers/index.ts";
import type { Queryable } from "../db/index.ts";
import { hashDuressCode } from "../safe-codes/index.ts";
import { type AreaKnowledge, coverageFor, pointOf } from "./coverage-for.ts";
import { insertLocation } from "./location-store.ts";
import { referenceTaken } from "./refusals.ts";
import type { FixedLocation, LocationRequest } from "./types.ts";

/**
 * Registers a place.
 * @throws AppError `not-found`: the customer is none of the tenant's; `reference-taken`: a live location has the reference
 */
export async function createLocation(
  { clock, random, ...areas }: Pick<Capabilities, "clock" | "random"> & AreaKnowledge,
  db: Queryable,
  customerSourceId: number,
  request: LocationRequest,
): Promise<FixedLocation> {
  const { customerId, duressCode, externalReferenceId } = request;
  // the slow part comes first, while no connection is held
  const duressCodeHash = duressCode === null ? null : await hashDuressCode(random, duressCode);
  const coverageAt = await coverageFor(areas, customerSourceId);
  return db.transaction(async (tx) => {
    if (customerId !== null) await lockLiveCustomer(tx, customerSourceId, customerId);
    const created = await insertLocation(tx, customerSourceId, request, {
      duressCodeHash,
      coverage: coverageAt(pointOf(request)),
      now: clock.now(),
    });
    if (!created) throw referenceTaken(externalReferenceId);
    return created;
  });
}

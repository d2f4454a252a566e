import type { Capabilities } from "../capabilities.ts";
import { lockLiveCustomer } from "../customers/index.ts";
import { isUniqueViolation, type Queryable } from "../db/index.ts";
import { hashDuressCode } from "../safe-codes/index.ts";
import { type AreaKnowledge, coverageFor, pointOf } from "./coverage-for.ts";
import { lockLocationForChange, referenceIndex, saveLocation } from "./location-store.ts";
import { noSuchLocation, referenceTaken } from "./refusals.ts";
import type { FixedLocation, LocationRequest } from "./types.ts";

export interface UpdateLocation {
  readonly customerSourceId: number;
  readonly id: number;
  /** The members to set, null to clear them; what is absent stays as it is. */
  readonly changes: Partial<LocationRequest>;
}

/**
 * Changes a place.
 * @throws AppError `not-found`: no such live location, or the customer is none of the tenant's; `reference-taken`
 */
export async function updateLocation(
  { clock, random, ...areas }: Pick<Capabilities, "clock" | "random"> & AreaKnowledge,
  db: Queryable,
  { customerSourceId, id, changes }: UpdateLocation,
): Promise<FixedLocation> {
  const { duressCode, ...details } = changes;
  // the slow part comes first, while no connection is held
  const duressCodeHash =
    typeof duressCode === "string" ? await hashDuressCode(random, duressCode) : duressCode;
  const coverageAt = await coverageFor(areas, customerSourceId);
  try {
    return await db.transaction(async (tx) => {
      const current = await lockLocationForChange(tx, customerSourceId, id);
      if (!current) throw noSuchLocation(id);
      if (typeof details.customerId === "number")
        await lockLiveCustomer(tx, customerSourceId, details.customerId);
      const now = clock.now();
      const next = { ...current, ...details, updatedAt: after(current.updatedAt, now) };
      return saveLocation(tx, next, { duressCodeHash, coverage: coverageAt(pointOf(next)), now });
    });
  } catch (error) {
    if (!isUniqueViolation(error, referenceIndex)) throw error;
    throw referenceTaken(details.externalReferenceId ?? "");
  }
}

/** Whoever polls by `updatedSince` sees each change, also one in the same millisecond or after the clock was set back. */
function after(previous: Temporal.Instant, now: Temporal.Instant): Temporal.Instant {
  const soonest = previous.add({ milliseconds: 1 });
  return Temporal.Instant.compare(now, soonest) < 0 ? soonest : now;
}

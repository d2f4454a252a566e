import { hasEnded, subscriptionStatus } from "@tocsin/domain";
import type { Capabilities } from "../capabilities.ts";
import { isExclusionViolation, type Queryable } from "../db/index.ts";
import { type FieldError, invalidMembers } from "../errors.ts";
import { queueNotice } from "../notices/index.ts";
import { judgeDependants, refuseStrangers } from "./judge-dependants.ts";
import { lockPeople } from "./lock-people.ts";
import { readSubscription } from "./read-subscription.ts";
import { subscriptionEnded, windowsOverlap } from "./refusals.ts";
import { oneActive, saveEnd, setDependants } from "./subscription-store.ts";
import type { Subscription, SubscriptionKey } from "./types.ts";

/** What is to change; undefined stays as it is. */
export interface SubscriptionChanges {
  readonly validTo: Temporal.Instant | undefined;
  /** The whole set. */
  readonly dependantCustomerIds: readonly number[] | undefined;
  /** A person who asks may let go of dependants. Whom they do not cover yet is not there for them: only the partner knows them all. */
  readonly isPerson: boolean;
}

/**
 * Changes the end of a subscription, or whom it covers.
 * @throws AppError `not-found`: the subscription, or one of the dependants; `invalid-request`: an end before the beginning, too
 * many dependants; `subscription-ended`: cancelled or lapsed; `subscription-active`: another would be active at the same time
 */
export async function updateSubscription(
  means: Pick<Capabilities, "clock" | "changes">,
  db: Queryable,
  key: SubscriptionKey,
  changes: SubscriptionChanges,
): Promise<Subscription> {
  const seen = await readSubscription(db, key);
  try {
    return await db.transaction((tx) => change(means, tx, seen, changes));
  } catch (error) {
    if (!isExclusionViolation(error, oneActive)) throw error;
    throw windowsOverlap(seen.customerId);
  }
}

/** Whose a subscription is, when it begins and its type never change; whether it has ended is asked again once it is held. */
async function change(
  means: Pick<Capabilities, "clock" | "changes">,
  tx: Queryable,
  seen: Subscription,
  { validTo, dependantCustomerIds, isPerson }: SubscriptionChanges,
): Promise<Subscription> {
  const now = means.clock.now();
  const { customerSourceId, id, customerId, subscriptionTypeId } = seen;
  const dependants = dependantCustomerIds && [...new Set(dependantCustomerIds)];
  const asked = { subscriptionTypeId, customerId, dependantCustomerIds: dependants };
  const faults = [...judgeEnd(seen, validTo), ...judgeDependants(asked)];
  if (faults.length > 0) throw invalidMembers(faults);
  if (isPerson) refuseStrangers(seen.dependantCustomerIds, dependants ?? []);
  await lockPeople(tx, { customerSourceId, required: dependants ?? [], owner: customerId });
  const held = await readSubscription(tx, seen);
  refuseEnded(held, now);
  if (!validTo && !dependants) return held;
  if (dependants) await setDependants(tx, seen, dependants);
  await saveEnd(tx, seen, validTo ?? held.validTo, now);
  await queueNotice(means, tx, { customerSourceId, event: "SUBSCRIPTION_UPDATED", subscriptionId: id }, now);
  return readSubscription(tx, seen);
}

function judgeEnd({ validFrom }: Subscription, validTo: Temporal.Instant | undefined): readonly FieldError[] {
  if (!validTo || Temporal.Instant.compare(validFrom, validTo) < 0) return [];
  return [{ field: "validTo", message: `must be later than the subscription's validFrom, ${validFrom}` }];
}

function refuseEnded(subscription: Subscription, now: Temporal.Instant): void {
  if (hasEnded(subscription, now))
    throw subscriptionEnded(subscription.id, subscriptionStatus(subscription, now));
}

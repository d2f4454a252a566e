import { subscriptionStatus, subscriptionWindow } from "@tocsin/domain";
import type { Capabilities } from "../capabilities.ts";
import { isExclusionViolation, type Queryable } from "../db/index.ts";
import { invalidMembers } from "../errors.ts";
import { queueNotice } from "../notices/index.ts";
import { judgeDependants, refuseStrangers } from "./judge-dependants.ts";
import { judgeWindow } from "./judge-window.ts";
import { lockPeople } from "./lock-people.ts";
import { readSubscription } from "./read-subscription.ts";
import { alreadySubscribed, windowsOverlap } from "./refusals.ts";
import {
  insertSubscription,
  listUncancelledSubscriptions,
  oneActive,
  setDependants,
} from "./subscription-store.ts";
import type { Subscription, SubscriptionRequest } from "./types.ts";

interface Subscriber {
  readonly customerSourceId: number;
  readonly customerId: number;
}

/**
 * Subscribes a customer.
 * @param within how the request's members are called where the caller's body has them: `subscription.` in an envelope
 * @throws AppError `invalid-request`: an empty window, too many dependants; `not-found`: one of the people; `house-account`; `subscription-active`: one is active now, or would be at the same time
 */
export async function createSubscription(
  means: Pick<Capabilities, "clock" | "changes">,
  db: Queryable,
  subscriber: Subscriber,
  request: SubscriptionRequest,
  within = "",
): Promise<Subscription> {
  const { customerSourceId, customerId } = subscriber;
  const { subscriptionTypeId } = request;
  const dependants = [...new Set(request.dependantCustomerIds)];
  const now = means.clock.now();
  const window = subscriptionWindow(request.validFrom, request.validTo, now);
  const faults = judgeDependants({ subscriptionTypeId, customerId, dependantCustomerIds: dependants });
  if (!window || faults.length > 0) throw invalidMembers([...judgeWindow(request, now, within), ...faults]);
  if (request.isPerson) refuseStrangers([], dependants);
  try {
    return await db.transaction(async (tx) => {
      await lockPeople(tx, { customerSourceId, required: [customerId, ...dependants] });
      await refuseSecond(tx, subscriber, now);
      const id = await insertSubscription(tx, { ...subscriber, subscriptionTypeId, ...window }, now);
      const key = { customerSourceId, id };
      await setDependants(tx, key, dependants);
      const event = "SUBSCRIPTION_CREATED";
      await queueNotice(means, tx, { customerSourceId, event, subscriptionId: id }, now);
      return readSubscription(tx, key);
    });
  } catch (error) {
    if (!isExclusionViolation(error, oneActive)) throw error;
    throw windowsOverlap(customerId);
  }
}

async function refuseSecond(tx: Queryable, subscriber: Subscriber, now: Temporal.Instant): Promise<void> {
  const { customerSourceId, customerId } = subscriber;
  const standing = await listUncancelledSubscriptions(tx, customerSourceId, customerId);
  const active = standing.find(
    (each) => each.customerId === customerId && subscriptionStatus(each, now) === "active",
  );
  if (active) throw alreadySubscribed(customerId, active.id);
}

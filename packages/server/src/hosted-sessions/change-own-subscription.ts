import type { Capabilities, Clock } from "../capabilities.ts";
import { findByMobile } from "../customers/index.ts";
import type { Queryable } from "../db/index.ts";
import { AppError, notFound } from "../errors.ts";
import type { Partner } from "../partners/index.ts";
import {
  cancelSubscription,
  coverCustomer,
  listSubscriptions,
  type Subscription,
  statusOf,
  updateSubscription,
} from "../subscriptions/index.ts";
import type { ManagementSession } from "./types.ts";

interface ManageMeans {
  readonly db: Queryable;
  readonly clock: Clock;
  readonly changes: Capabilities["changes"];
}

/** The person's own subscriptions and those that cover them, that have not ended; the oldest first. */
export async function runningSubscriptions(
  { db, clock }: ManageMeans,
  { customerSourceId, customerId }: ManagementSession,
): Promise<readonly Subscription[]> {
  const now = clock.now();
  const all = await listSubscriptions(db, customerSourceId, customerId);
  return all.filter((each) => ["active", "pending"].includes(statusOf(each, now)));
}

/** @throws AppError `not-found`: none of their own that is running; `subscription-ended` */
export async function cancelOwn(means: ManageMeans, session: ManagementSession, id: number): Promise<void> {
  await requireOwn(means, session, id);
  const { customerSourceId } = session;
  await cancelSubscription(means, means.db, { customerSourceId, id }, "Cancelled by the customer.");
}

/** @throws AppError `not-found`: no such subscription; `subscription-ended`. Somebody whom it does not cover is no error */
export async function removeDependant(
  means: ManageMeans,
  session: ManagementSession,
  { subscriptionId, customerId }: { readonly subscriptionId: number; readonly customerId: number },
): Promise<void> {
  const { customerSourceId, dependantCustomerIds } = await requireOwn(means, session, subscriptionId);
  const stay = dependantCustomerIds.filter((id) => id !== customerId);
  const changes = { validTo: undefined, dependantCustomerIds: stay, isPerson: true };
  await updateSubscription(means, means.db, { customerSourceId, id: subscriptionId }, changes);
}

/**
 * Lets the subscription cover somebody who is signed up. Whoever adds them knows both number and surname: the page tells
 * nobody who has a number, or whether anybody has it.
 * @throws AppError `not-found`: no such subscription, or nobody of this number and surname; `invalid-request`: a number that is
 * none, or their own; `subscription-ended`, `subscription-full`
 */
export async function addDependant(
  means: ManageMeans,
  partner: Partner,
  session: ManagementSession,
  wanted: { readonly subscriptionId: number; readonly mobile: string; readonly surname: string },
): Promise<void> {
  const { customerSourceId, dependantCustomerIds } = await requireOwn(means, session, wanted.subscriptionId);
  const found = await findByMobile(means.db, customerSourceId, wanted.mobile, partner.policies.defaultRegion);
  const isMeant = found && sameName(found.surname, wanted.surname) && found.id !== session.customerId;
  if (!isMeant) throw new AppError("not-found", "Nobody with this number and surname is signed up.");
  if (dependantCustomerIds.includes(found.id)) return;
  const key = { customerSourceId, id: wanted.subscriptionId };
  await means.db.transaction((tx) => coverCustomer(means, tx, key, found.id, means.clock.now()));
}

async function requireOwn(means: ManageMeans, session: ManagementSession, id: number): Promise<Subscription> {
  const running = await runningSubscriptions(means, session);
  const own = running.find((each) => each.id === id && each.customerId === session.customerId);
  if (!own) throw notFound(`Subscription ${id}`);
  return own;
}

/** As people write names: neither case nor accents nor space tell two apart. */
function sameName(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/[\p{M}\s]/gu, "")
    .toLowerCase();
}

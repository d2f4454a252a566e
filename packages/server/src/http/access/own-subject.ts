import { isCalloutOf } from "../../callouts/index.ts";
import type { Queryable } from "../../db/index.ts";
import { notFound } from "../../errors.ts";
import { isRatingOf } from "../../ratings/index.ts";
import { coversCustomer, isSubscriptionOf } from "../../subscriptions/index.ts";
import type { AnyCaller } from "./callers.ts";

/** What a request is about. */
export interface Subject {
  readonly kind: keyof typeof kinds;
  readonly id: number;
}

interface Kind {
  /** How a 404 names it: as it does where there is none. */
  readonly name: string;
  readonly isOf: (
    db: Queryable,
    customerSourceId: number,
    id: number,
    customerId: number,
  ) => Promise<boolean>;
}

const kinds = {
  customer: { name: "Customer", isOf: async (_db, _customerSourceId, id, customerId) => id === customerId },
  callout: { name: "Callout", isOf: isCalloutOf },
  rating: { name: "Rating", isOf: isRatingOf },
  subscription: { name: "Subscription", isOf: isSubscriptionOf },
  // to be read: a family's is also for whom it covers
  coveringSubscription: { name: "Subscription", isOf: coversCustomer },
} as const satisfies Readonly<Record<string, Kind>>;

/**
 * To a person's token what is somebody else's is not there, just as another tenant's is not to a server token.
 * @throws AppError `not-found`
 */
export async function refuseOthers(db: Queryable, caller: AnyCaller, subject: Subject | null): Promise<void> {
  if (!subject || !caller || !("customerId" in caller)) return;
  const { name, isOf } = kinds[subject.kind];
  const isOwn = await isOf(db, caller.partner.customerSourceId, subject.id, caller.customerId);
  if (!isOwn) throw notFound(`${name} ${subject.id}`);
}

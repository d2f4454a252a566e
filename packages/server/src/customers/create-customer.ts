import type { Capabilities } from "../capabilities.ts";
import type { Queryable } from "../db/index.ts";
import { queueNotice } from "../notices/index.ts";
import { hashDuressCode } from "../safe-codes/index.ts";
import {
  coverCustomer,
  createSubscription,
  readSubscription,
  type SubscriptionRequest,
} from "../subscriptions/index.ts";
import { findIdByMobile, insertCustomer } from "./customer-store.ts";
import { normaliseMobile } from "./judge-person.ts";
import { mobileTaken } from "./refusals.ts";
import type { Customer, NewPerson } from "./types.ts";

export interface CreateCustomer {
  readonly customerSourceId: number;
  /** ISO 3166 country of national numbers. */
  readonly defaultRegion: string;
  readonly person: NewPerson;
  /** A subscription to begin with; null: none. */
  readonly subscription: SubscriptionRequest | null;
  /** A family subscription that is to cover the customer; null: none. */
  readonly familySubscriptionId: number | null;
}

/**
 * Registers a person, with a subscription where one is asked for: both or neither.
 * @throws AppError `invalid-request`; `mobile-taken`; `not-found`, `subscription-ended` or `subscription-full`: the family subscription
 */
export async function createCustomer(
  means: Pick<Capabilities, "clock" | "random" | "changes">,
  db: Queryable,
  { customerSourceId, defaultRegion, person, subscription, familySubscriptionId }: CreateCustomer,
): Promise<Customer> {
  const { clock, random } = means;
  const { duressCode, details, name, surname } = person;
  const mobile = normaliseMobile(person.mobile, defaultRegion);
  // the slow part comes first, while no connection is held
  const duressCodeHash = duressCode === undefined ? null : await hashDuressCode(random, duressCode);
  return db.transaction(async (tx) => {
    const now = clock.now();
    const family = familySubscriptionId === null ? null : { customerSourceId, id: familySubscriptionId };
    // what is not there is said before that the number is taken (panic-v2 §1.5)
    if (family) await readSubscription(tx, family);
    const values = { customerSourceId, name, surname, mobile, details };
    const customer = await insertCustomer(tx, values, { duressCodeHash, now });
    if (!customer) throw mobileTaken(mobile, await findIdByMobile(tx, customerSourceId, mobile));
    const { id } = customer;
    await queueNotice(means, tx, { customerSourceId, event: "CREATED_CUSTOMER", customerId: id }, now);
    if (subscription) {
      const subscriber = { customerSourceId, customerId: id };
      await createSubscription(means, tx, subscriber, subscription, "subscription.");
    }
    if (family) await coverCustomer(means, tx, family, id, now);
    return customer;
  });
}

import type { Capabilities } from "../capabilities.ts";
import { isUniqueViolation, type Queryable } from "../db/index.ts";
import { queueNotice } from "../notices/index.ts";
import { hashDuressCode } from "../safe-codes/index.ts";
import { findIdByMobile, lockCustomer, mobileIndex, saveCustomer } from "./customer-store.ts";
import { normaliseMobile } from "./judge-person.ts";
import { houseAccountStays, mobileTaken, noSuchCustomer } from "./refusals.ts";
import type { Customer, CustomerDetails, CustomerKey, NewPerson } from "./types.ts";

export interface UpdateCustomer extends CustomerKey {
  /** ISO 3166 country of national numbers. */
  readonly defaultRegion: string;
  /** What is undefined stays as it is. */
  readonly changes: { readonly [Member in keyof NewPerson]?: NewPerson[Member] | undefined };
}

/**
 * Changes what is known of a person.
 * @throws AppError `not-found`; `house-account`; `invalid-request`; `mobile-taken`
 */
export async function updateCustomer(
  means: Pick<Capabilities, "clock" | "random" | "changes">,
  db: Queryable,
  { customerSourceId, id, defaultRegion, changes }: UpdateCustomer,
): Promise<Customer> {
  const { clock, random } = means;
  const { name, surname, duressCode, details } = changes;
  const mobile = changes.mobile === undefined ? undefined : normaliseMobile(changes.mobile, defaultRegion);
  // the slow part comes first, while no connection is held
  const duressCodeHash = duressCode === undefined ? null : await hashDuressCode(random, duressCode);
  const key = { customerSourceId, id };
  try {
    return await db.transaction(async (tx) => {
      const current = await lockCustomer(tx, key);
      if (!current) throw noSuchCustomer(id);
      if (current.isHouseAccount) throw houseAccountStays(id);
      const next = {
        ...current,
        name: name ?? current.name,
        surname: surname ?? current.surname,
        mobile: mobile ?? current.mobile,
        details: { ...current.details, ...given(details ?? {}) },
        updatedAt: clock.now(),
      };
      await saveCustomer(tx, next, duressCodeHash);
      const event = "UPDATED_CUSTOMER";
      await queueNotice(means, tx, { customerSourceId, event, customerId: id }, next.updatedAt);
      return next;
    });
  } catch (error) {
    if (mobile === undefined || !isUniqueViolation(error, mobileIndex)) throw error;
    throw mobileTaken(mobile, await findIdByMobile(db, customerSourceId, mobile));
  }
}

/** The members that are there: a spread would take over what is undefined too. */
function given(details: CustomerDetails): CustomerDetails {
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
}

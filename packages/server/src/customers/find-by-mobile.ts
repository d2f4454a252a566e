import type { Queryable } from "../db/index.ts";
import { findCustomer, findIdByMobile } from "./customer-store.ts";
import { normaliseMobile } from "./judge-person.ts";
import type { Customer } from "./types.ts";

/**
 * The tenant's live customer who has this number.
 * @param mobile as a person writes it
 * @param region ISO 3166 country of national numbers
 * @throws AppError `invalid-request` for what is no number
 */
export async function findByMobile(
  db: Queryable,
  customerSourceId: number,
  mobile: string,
  region: string,
): Promise<Customer | undefined> {
  const id = await findIdByMobile(db, customerSourceId, normaliseMobile(mobile, region));
  return id === undefined ? undefined : findCustomer(db, { customerSourceId, id });
}

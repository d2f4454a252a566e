import type { Customer, CustomerDetails } from "./types.ts";

/** What of `customer` is shown. The hash of the duress code is not among it, so it can't be shown by mistake. */
export const customerColumns =
  "customer_source_id, id, is_house_account, name, surname, mobile, details, created_at, updated_at";

export interface CustomerRow {
  readonly customer_source_id: number;
  readonly id: number;
  readonly is_house_account: boolean;
  readonly name: string;
  readonly surname: string;
  readonly mobile: string | null;
  readonly details: CustomerDetails;
  readonly created_at: Temporal.Instant;
  readonly updated_at: Temporal.Instant;
}

export function readCustomer(row: CustomerRow): Customer {
  return {
    customerSourceId: row.customer_source_id,
    id: row.id,
    isHouseAccount: row.is_house_account,
    name: row.name,
    surname: row.surname,
    mobile: row.mobile,
    details: row.details,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

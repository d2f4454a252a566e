import type { Operation } from "../../route.ts";
import { createCustomer } from "./create-customer/route.ts";
import { createCustomerCallout } from "./create-customer-callout/route.ts";
import { deleteCustomer } from "./delete-customer/route.ts";
import { getCustomer } from "./get-customer/route.ts";
import { listCustomerCallouts } from "./list-customer-callouts/route.ts";
import { updateCustomer } from "./update-customer/route.ts";

/** The people a partner registers. */
export const customerOperations: readonly Operation[] = [
  createCustomer,
  getCustomer,
  updateCustomer,
  deleteCustomer,
  createCustomerCallout,
  listCustomerCallouts,
];

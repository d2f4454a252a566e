export { createCustomer } from "./create-customer.ts";
export { findCustomer, findCustomerEver, isLiveCustomer, lockLiveCustomer } from "./customer-store.ts";
export { deleteCustomer } from "./delete-customer.ts";
export { findByMobile } from "./find-by-mobile.ts";
export { judgeDateOfBirth, judgeMobile } from "./judge-person.ts";
export type { Customer } from "./types.ts";
export { updateCustomer } from "./update-customer.ts";

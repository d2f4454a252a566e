export { createCustomer } from "./create-customer.ts";
export {
  findCustomer,
  findCustomerEver,
  isLiveCustomer,
  lockLiveCustomer,
  markCustomerDeleted,
} from "./customer-store.ts";
export { findByMobile } from "./find-by-mobile.ts";
export { judgeDateOfBirth, judgeMobile } from "./judge-person.ts";
export { lockForDeparture } from "./lock-for-departure.ts";
export type { Customer } from "./types.ts";
export { updateCustomer } from "./update-customer.ts";

export { isLiveCustomer, lockLiveCustomer } from "./customer-store.ts";

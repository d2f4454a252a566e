export { lockLiveCustomer } from "./customer-store.ts";

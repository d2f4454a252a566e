export { deleteCustomer } from "./delete-customer.ts";

import { customerParams, deletedAnswer } from "@tocsin/wire";
import { deleteCustomer as remove } from "../../../../customers/index.ts";
import { operation } from "../../../route.ts";

export const deleteCustomer = operation({
  method: "POST",
  path: "/panic-api/v2/customers/:id/delete",
  operationId: "delete-customer",
  summary: "Delete a customer",
  description:
    "The customer is gone from every answer, their subscriptions are cancelled and their mobile becomes free; callouts keep them. " +
    "Refused while a callout of theirs is active.",
  tag: "Customers",
  access: "server",
  params: customerParams,
  answers: { 200: deletedAnswer },
  errors: ["house-account", "not-found", "customer-in-use"],
  async handle({ context, caller, params: { id }, db }) {
    await remove(context, db, { customerSourceId: caller.partner.customerSourceId, id });
    return { status: 200, body: { message: "Customer deleted." } };
  },
});

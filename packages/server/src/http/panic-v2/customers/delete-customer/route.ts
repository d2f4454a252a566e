import { customerParams, deletedAnswer } from "@tocsin/wire";
import { deleteCustomer as remove } from "../../../../departures/index.ts";
import { operation } from "../../../route.ts";

export const deleteCustomer = operation({
  method: "POST",
  path: "/panic-api/v2/customers/:id/delete",
  operationId: "delete-customer",
  summary: "Delete a customer",
  description:
    "The customer is gone from every answer, and all at once: their subscriptions are cancelled, what is scheduled for them is called off, " +
    "their devices and open pages go, their fixed locations become your own, their mobile becomes free. Callouts keep them. " +
    "Refused while a callout of theirs is active.",
  tag: "Customers",
  access: "server",
  params: customerParams,
  answers: { 200: deletedAnswer },
  errors: ["house-account", "not-found", "customer-in-use"],
  async handle({ context, caller, params: { id }, db }) {
    const { customerSourceId, clientId } = caller.partner;
    const by = { kind: "integrator", id: customerSourceId, name: clientId } as const;
    await remove(context, db, { customerSourceId, customerId: id }, by);
    return { status: 200, body: { message: "Customer deleted." } };
  },
});

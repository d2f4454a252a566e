import { customerParams, customerRead, updateCustomerRequest } from "@tocsin/wire";
import { updateCustomer as update } from "../../../../customers/index.ts";
import { operation } from "../../../route.ts";
import { judgePerson } from "../judge-person.ts";
import { presentCustomerRead } from "../present-customer.ts";

export const updateCustomer = operation({
  method: "PUT",
  path: "/panic-api/v2/customers/:id",
  operationId: "update-customer",
  summary: "Update a customer",
  description:
    "Only what is given changes: a member that is absent, null or, where it is optional, empty stays as it is. The older flat body is " +
    "taken too.",
  tag: "Customers",
  access: "server",
  params: customerParams,
  body: updateCustomerRequest,
  answers: { 200: customerRead },
  errors: ["house-account", "not-found", "mobile-taken"],
  judgeBody: judgePerson,
  async handle({ context, caller, params: { id }, body: changes, db }) {
    const { customerSourceId, policies } = caller.partner;
    const { defaultRegion } = policies;
    const customer = await update(context, db, { customerSourceId, id, defaultRegion, changes });
    return { status: 200, body: presentCustomerRead(customer, "Customer updated.") };
  },
});

import { customerParams, customerRead } from "@tocsin/wire";
import { findCustomer } from "../../../../customers/index.ts";
import { notFound } from "../../../../errors.ts";
import { operation } from "../../../route.ts";
import { presentCustomerRead } from "../present-customer.ts";

export const getCustomer = operation({
  method: "GET",
  path: "/panic-api/v2/customers/:id",
  operationId: "get-customer",
  summary: "Get a customer",
  tag: "Customers",
  access: "server",
  params: customerParams,
  answers: { 200: customerRead },
  errors: ["not-found"],
  async handle({ caller, params: { id }, db }) {
    const { customerSourceId } = caller.partner;
    const customer = await findCustomer(db, { customerSourceId, id });
    if (!customer) throw notFound(`Customer ${id}`);
    return { status: 200, body: presentCustomerRead(customer, "Customer found.") };
  },
});

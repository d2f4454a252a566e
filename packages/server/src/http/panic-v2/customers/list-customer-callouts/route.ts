import { calloutList, customerCalloutsParams } from "@tocsin/wire";
import { listActiveCalloutsOf } from "../../../../callouts/index.ts";
import { isLiveCustomer } from "../../../../customers/index.ts";
import { notFound } from "../../../../errors.ts";
import { operation } from "../../../route.ts";
import { presentFlat } from "../../callouts/present-callout.ts";
import { audienceOf } from "../../speaks-for.ts";
import { aboutCustomer } from "../about-customer.ts";

export const listCustomerCallouts = operation({
  method: "GET",
  path: "/panic-api/v2/customers/:customerId/callouts",
  operationId: "list-customer-callouts",
  summary: "List a customer's active callouts",
  description:
    "Newest first: those raised for the person, and those at places of theirs. None that is cancelled or closed.",
  tag: "Callouts",
  access: "callout",
  about: aboutCustomer,
  params: customerCalloutsParams,
  answers: { 200: calloutList },
  errors: ["not-found"],
  async handle({ context, caller, params: { customerId }, db }) {
    const { customerSourceId } = caller.partner;
    if (!(await isLiveCustomer(db, customerSourceId, customerId))) throw notFound(`Customer ${customerId}`);
    const audience = audienceOf(caller, context);
    const callouts = await listActiveCalloutsOf(db, customerSourceId, customerId, audience);
    return { status: 200, body: callouts.map((callout) => presentFlat(callout, context.settings.publicUrl)) };
  },
});

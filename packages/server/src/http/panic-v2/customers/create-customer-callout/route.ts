import { calloutRead, customerCalloutsParams, raiseForCustomerRequest } from "@tocsin/wire";
import { operation } from "../../../route.ts";
import { raiseAndRead } from "../../callouts/raise-and-read.ts";
import { judgeResponseType } from "../../callouts/response-type.ts";
import { aboutCustomer } from "../about-customer.ts";

export const createCustomerCallout = operation({
  method: "POST",
  path: "/panic-api/v2/customers/:customerId/callouts",
  operationId: "create-customer-callout",
  summary: "Raise a callout for a customer",
  description:
    "201 means: on disk, and acted on even if this process dies now. A person has one active callout: a raise while it runs is " +
    "added to it and answered 200, until a responder has completed the work. Takes an active subscription.",
  tag: "Callouts",
  access: "callout",
  about: aboutCustomer,
  params: customerCalloutsParams,
  body: raiseForCustomerRequest,
  answers: { 200: calloutRead, 201: calloutRead },
  errors: ["not-found", "subscription-required"],
  judgeBody: judgeResponseType,
  handle: async (input) => raiseAndRead(input, input.params.customerId, true),
});

import { createCustomerRequest, customerRead, sentFirstSubscription } from "@tocsin/wire";
import { createCustomer as create } from "../../../../customers/index.ts";
import { operation } from "../../../route.ts";
import { judgeSentWindow } from "../../subscriptions/judge-sent-window.ts";
import { readWindow } from "../../subscriptions/read-window.ts";
import { judgePerson } from "../judge-person.ts";
import { presentCustomerRead } from "../present-customer.ts";

export const createCustomer = operation({
  method: "POST",
  path: "/panic-api/v2/customers",
  operationId: "create-customer",
  summary: "Register a customer",
  description:
    "A person who may raise callouts. `mobile` is kept as E.164 and unique among your customers; its last four digits are the " +
    "safe code. With `subscription` the customer is subscribed in the same step, with `subscriptionId` covered by a family's " +
    "subscription: both or neither happens. The older flat body is taken too.",
  tag: "Customers",
  access: "server",
  body: createCustomerRequest,
  answers: { 201: customerRead },
  errors: ["not-found", "mobile-taken", "subscription-ended", "subscription-full"],
  judgeBody: (caller, body, context, params) => [
    ...judgePerson(caller, body, context, params),
    ...judgeSentWindow(sentFirstSubscription(body), context.clock.now(), "subscription."),
  ],
  async handle({ context, caller, body, db }) {
    const { customerSourceId, policies } = caller.partner;
    const { person, subscription, familySubscriptionId } = body;
    const customer = await create(context, db, {
      customerSourceId,
      defaultRegion: policies.defaultRegion,
      person,
      subscription: subscription && {
        subscriptionTypeId: subscription.subscriptionTypeId,
        ...readWindow(subscription),
        dependantCustomerIds: [],
        isPerson: false,
      },
      familySubscriptionId,
    });
    return { status: 201, body: presentCustomerRead(customer, "Customer created.") };
  },
});

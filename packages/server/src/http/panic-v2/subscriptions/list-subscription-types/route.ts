import { subscriptionTypeList } from "@tocsin/wire";
import { subscriptionTypes } from "../../../../subscriptions/index.ts";
import { operation } from "../../../route.ts";

export const listSubscriptionTypes = operation({
  method: "GET",
  path: "/panic-api/v2/subscriptions/subscriptionTypes",
  operationId: "list-subscription-types",
  summary: "List subscription types",
  tag: "Subscriptions",
  access: "customer",
  about: () => null,
  answers: { 200: subscriptionTypeList },
  errors: [],
  async handle() {
    return { status: 200, body: subscriptionTypes };
  },
});

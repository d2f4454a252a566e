import type { CreateSubscriptionRequest } from "@tocsin/wire";
import type { Caller } from "../../../../partners/index.ts";
import type { Operation } from "../../../route.ts";

/** Who is subscribed, to what: a person's token says who they are, and their app says it by another name (panic-v2 §6). */
export function subscriberOf(caller: Caller, body: CreateSubscriptionRequest) {
  const isServer = caller.scope === "server";
  const customerId = isServer ? body.customerId : caller.customerId;
  const subscriptionTypeId = isServer
    ? body.subscriptionTypeId
    : (body.webSubscription ?? body.subscriptionTypeId);
  if (customerId === undefined || subscriptionTypeId === undefined)
    throw new TypeError("A subscription of nobody or of no type was let through");
  return { customerId, subscriptionTypeId };
}

const absent: readonly unknown[] = ["", null, undefined];

/** What {@link subscriberOf} needs. Of another type than it should be is for the schema to refuse. */
export const judgeSubscriber: NonNullable<Operation["judgeBody"]> = ({ scope }, body) => {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return [];
  const isAbsent = (member: string): boolean => absent.includes(Reflect.get(body, member));
  const message = "is required (an integer)";
  if (scope === "server")
    return ["customerId", "subscriptionTypeId"].filter(isAbsent).map((field) => ({ field, message }));
  const isSaid = !isAbsent("webSubscription") || !isAbsent("subscriptionTypeId");
  return isSaid ? [] : [{ field: "webSubscription", message }];
};

import { type CreateSubscriptionRequest, sentSubscription } from "@tocsin/wire";
import type { FieldError } from "../../../../errors.ts";
import type { Caller } from "../../../../partners/index.ts";
import { judgeDependants } from "../../../../subscriptions/index.ts";
import type { Operation } from "../../../route.ts";
import { judgeSentWindow } from "../judge-sent-window.ts";

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

/**
 * What {@link subscriberOf} needs and does not find, and what is wrong with it at this moment. Of another type than it should be
 * is for the schema to refuse.
 */
export const judgeSubscriber: NonNullable<Operation["judgeBody"]> = (caller, body, { clock }) => {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return [];
  const { webSubscription, subscriptionTypeId, ...sent } = sentSubscription(body);
  const asked =
    caller.scope === "server"
      ? { ...sent, subscriptionTypeId }
      : { ...sent, customerId: caller.customerId, subscriptionTypeId: webSubscription ?? subscriptionTypeId };
  return [
    ...findMissing(caller.scope === "server", body),
    ...judgeSentWindow(body, clock.now()),
    ...judgeDependants(asked),
  ];
};

function findMissing(isServer: boolean, body: object): readonly FieldError[] {
  const isAbsent = (member: string): boolean => absent.includes(Reflect.get(body, member));
  const message = "is required (an integer)";
  if (isServer)
    return ["customerId", "subscriptionTypeId"].filter(isAbsent).map((field) => ({ field, message }));
  const isSaid = !isAbsent("webSubscription") || !isAbsent("subscriptionTypeId");
  return isSaid ? [] : [{ field: "webSubscription", message }];
}

import { z } from "zod";
import { isObject } from "../is-object.ts";
import { id, optional } from "../scalars.ts";
import { subscriptionTypeId, windowMembers } from "./window.ts";

const window = z.object(windowMembers);
const dependants = optional(z.array(id));

/**
 * What is well-formed in a subscription as it came, checked or not; undefined for what is absent or of a wrong form, which is
 * the schema's to refuse. For what only the server can judge.
 */
export function sentSubscription(body: unknown) {
  const members: Readonly<Record<string, unknown>> = isObject(body) ? body : {};
  const read = <Out>(schema: z.ZodType<Out>, value: unknown): Out | undefined => schema.safeParse(value).data;
  return {
    customerId: read(id, members.customerId),
    subscriptionTypeId: read(subscriptionTypeId, members.subscriptionTypeId),
    webSubscription: read(subscriptionTypeId, members.webSubscription),
    dependantCustomerIds: read(dependants, members.dependantCustomerIds),
    /** Undefined where one of its edges is of a wrong form. */
    window: isObject(body) ? read(window, members) : undefined,
  };
}

import { maxDependants } from "@tocsin/domain";
import { type FieldError, notFound } from "../errors.ts";

/** Whom a subscription shall cover; undefined: not said, or said in a wrong form. */
export interface AskedDependants {
  readonly subscriptionTypeId: number | undefined;
  readonly customerId: number | undefined;
  readonly dependantCustomerIds: readonly number[] | undefined;
}

/** What is wrong with them: more than the type allows, or the customer whose subscription it is. */
export function judgeDependants(asked: AskedDependants): readonly FieldError[] {
  const { subscriptionTypeId, customerId, dependantCustomerIds = [] } = asked;
  const field = "dependantCustomerIds";
  if (customerId !== undefined && dependantCustomerIds.includes(customerId))
    return [{ field, message: `must not hold the subscription's own customer ${customerId}` }];
  if (subscriptionTypeId === undefined) return [];
  const most = maxDependants(subscriptionTypeId);
  if (new Set(dependantCustomerIds).size <= most) return [];
  const message = `must hold at most ${most} customers with subscription type ${subscriptionTypeId}`;
  return [{ field, message }];
}

/**
 * Holds a person who asks to those whom their subscription covers already.
 * @throws AppError `not-found`: in the words for a customer who never was
 */
export function refuseStrangers(covered: readonly number[], asked: readonly number[]): void {
  const stranger = asked.find((id) => !covered.includes(id));
  if (stranger !== undefined) throw notFound(`Customer ${stranger}`);
}

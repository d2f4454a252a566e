import { maxDependants } from "@tocsin/domain";
import { invalid, notFound } from "../errors.ts";

/**
 * Those whom a subscription shall cover, each once.
 * @throws AppError `invalid-request`: more than its type allows, or the customer whose it is
 */
export function checkDependants(
  subscriptionTypeId: number,
  customerId: number,
  dependantCustomerIds: readonly number[],
): readonly number[] {
  const asked = [...new Set(dependantCustomerIds)];
  const most = maxDependants(subscriptionTypeId);
  const field = "dependantCustomerIds";
  if (asked.includes(customerId))
    throw invalid(field, `must not hold the subscription's own customer ${customerId}`);
  if (asked.length > most)
    throw invalid(field, `must hold at most ${most} customers with subscription type ${subscriptionTypeId}`);
  return asked;
}

/**
 * Holds a person who asks to those whom their subscription covers already.
 * @throws AppError `not-found`: in the words for a customer who never was
 */
export function refuseStrangers(covered: readonly number[], asked: readonly number[]): void {
  const stranger = asked.find((id) => !covered.includes(id));
  if (stranger !== undefined) throw notFound(`Customer ${stranger}`);
}

import type { ReferenceRow } from "../reference-data.ts";

export interface SubscriptionType extends ReferenceRow {
  /** How many it covers beside its customer. */
  readonly maxDependants: number;
}

/** Part of the contract (panic-v2 §2): ids are stable. */
export const subscriptionTypes: readonly SubscriptionType[] = [
  { id: 1, value: "SINGLE", description: "One person", maxDependants: 0 },
  { id: 2, value: "FAMILY", description: "A person and up to five dependants", maxDependants: 5 },
  { id: 3, value: "WEB_SIGNUP_SINGLE", description: "One person, signed up on the web", maxDependants: 0 },
  {
    id: 4,
    value: "WEB_SIGNUP_FAMILY",
    description: "A person and up to five dependants, signed up on the web",
    maxDependants: 5,
  },
];

/** 0 for a type nobody knows. */
export function maxDependants(subscriptionTypeId: number): number {
  return subscriptionTypes.find(({ id }) => id === subscriptionTypeId)?.maxDependants ?? 0;
}

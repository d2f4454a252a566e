import { defaultPolicies, type Policies, type TimingPolicy } from "@tocsin/domain";

/** What a tenant has set, and nothing else: a default that changes later changes for everybody who left it alone. */
export type PolicyOverrides = Partial<Omit<Policies, "timing"> & { readonly timing: Partial<TimingPolicy> }>;

export function effectivePolicies(overrides: PolicyOverrides): Policies {
  return { ...defaultPolicies, ...overrides, timing: { ...defaultPolicies.timing, ...overrides.timing } };
}

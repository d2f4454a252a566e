import { invalid } from "../errors.ts";
import { effectivePolicies, type PolicyOverrides } from "./policies.ts";
import { policyRules } from "./policy-rules.ts";

/**
 * Refuses what no policy may be, alone or together with the others.
 * @throws AppError `invalid-request` naming the policy and what would be right
 */
export function checkPolicies(overrides: PolicyOverrides): void {
  for (const [name, value] of Object.entries(overrides)) {
    const rule = findRule(name);
    if (rule.accepts(value)) continue;
    const fault = rule.locate?.(value);
    throw fault
      ? invalid(`${name}.${fault.member}`, `must be ${fault.expected}`)
      : invalid(name, `must be ${rule.expected}`);
  }
  const { defaultResponseTypeId, responseTypes } = effectivePolicies(overrides);
  if (defaultResponseTypeId !== null && !responseTypes.includes(defaultResponseTypeId)) {
    throw invalid(
      "defaultResponseTypeId",
      `is ${defaultResponseTypeId}, so responseTypes must have it (they are ${responseTypes.join(", ")})`,
    );
  }
}

export function findRule(name: string): (typeof policyRules)[keyof typeof policyRules] {
  if (isPolicyName(name)) return policyRules[name];
  throw invalid(
    "policy",
    `must be one of ${Object.keys(policyRules).join(", ")}; there is no ${JSON.stringify(name)}`,
  );
}

function isPolicyName(name: string): name is keyof typeof policyRules {
  return Object.hasOwn(policyRules, name);
}

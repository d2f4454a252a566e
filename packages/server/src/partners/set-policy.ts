import type { Policies } from "@tocsin/domain";
import type { Capabilities } from "../capabilities.ts";
import { changePartner } from "./change-partner.ts";
import { checkPolicies, findRule } from "./check-policies.ts";
import { savePolicies } from "./partner-store.ts";
import { effectivePolicies, type PolicyOverrides } from "./policies.ts";

/** Instead of a value: forget what was set and follow the default again. */
const backToDefault = "default";

/**
 * Sets one policy of a tenant from its text on a command line; every node follows within a second.
 * @returns all its policies as they are now
 * @throws AppError `invalid-request` naming the policy and what would be right, `not-found`
 */
export async function setPolicy(
  capabilities: Capabilities,
  clientId: string,
  name: string,
  valueText: string,
): Promise<Policies> {
  const rule = findRule(name);
  return changePartner(capabilities, clientId, async (tx, { customerSourceId, policies }) => {
    const { [name as keyof PolicyOverrides]: _old, ...others } = policies;
    const changed = valueText === backToDefault ? others : { ...others, [name]: rule.read(valueText) };
    checkPolicies(changed);
    await savePolicies(tx, customerSourceId, changed, capabilities.clock.now());
    return effectivePolicies(changed);
  });
}

import type { Capabilities } from "../capabilities.ts";
import type { Config } from "../config/index.ts";
import { type Demo, seedDemo } from "../demo/index.ts";
import { listOperators } from "../operators/index.ts";
import { listPartners } from "../partners/index.ts";

export interface Tenants {
  /** Null when the demo is off, or when its clientId is an operator's own. */
  readonly demo: Demo | null;
  /** Some partner may sign in. */
  readonly any: boolean;
  /** Somebody may sign in to the control room. */
  readonly anyOperator: boolean;
}

export async function prepareTenants(
  capabilities: Capabilities,
  { demo, demoSpeed }: Pick<Config, "demo" | "demoSpeed">,
): Promise<Tenants> {
  if (demo) return { demo: await seedDemo(capabilities, demoSpeed), any: true, anyOperator: true };
  const [partners, operators] = await Promise.all([
    listPartners(capabilities),
    listOperators(capabilities.db),
  ]);
  return {
    demo: null,
    any: partners.some(({ isDemo }) => !isDemo),
    anyOperator: operators.some(({ isDemo, disabledAt }) => !isDemo && disabledAt === null),
  };
}

import type { Capabilities } from "../capabilities.ts";
import type { Config } from "../config/index.ts";
import { type Demo, seedDemo } from "../demo/index.ts";
import { listPartners } from "../partners/index.ts";

export interface Tenants {
  /** Null when the demo is off, or when its clientId is an operator's own. */
  readonly demo: Demo | null;
  /** Somebody may sign in. */
  readonly any: boolean;
}

export async function prepareTenants(
  capabilities: Capabilities,
  { demo, demoSpeed }: Pick<Config, "demo" | "demoSpeed">,
): Promise<Tenants> {
  if (demo) return { demo: await seedDemo(capabilities, demoSpeed), any: true };
  const partners = await listPartners(capabilities);
  return { demo: null, any: partners.some(({ isDemo }) => !isDemo) };
}

import type { Config } from "../config/index.ts";
import type { AppContext } from "../context.ts";
import { type DemoResponder, seedDemoCoverage, seedDemoFleet } from "../demo/index.ts";
import type { Tenants } from "./prepare-tenants.ts";

/** Responders for a simulator to play: this process plays nobody. */
export interface DemoFleet {
  readonly responders: readonly DemoResponder[];
  /** 1: a minute of theirs is one of ours. */
  readonly speed: number;
}

/** Null where there is no demo, or nobody is to move in it; its places are covered either way. */
export async function prepareDemoFleet(
  context: AppContext,
  { demoSpeed: speed }: Pick<Config, "demoSpeed">,
  { demo }: Tenants,
): Promise<DemoFleet | null> {
  if (!demo) return null;
  // whoever looks at the demo's places as soon as the node is ready finds them covered
  if (await seedDemoCoverage(context)) await context.coverageChecks.runBatch();
  return speed > 0 ? { responders: await seedDemoFleet(context), speed } : null;
}

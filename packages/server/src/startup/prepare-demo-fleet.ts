import type { Config } from "../config/index.ts";
import type { AppContext } from "../context.ts";
import { type DemoResponder, seedDemoFleet } from "../demo/index.ts";
import type { Tenants } from "./prepare-tenants.ts";

/** Responders for a simulator to play: this process plays nobody. */
export interface DemoFleet {
  readonly responders: readonly DemoResponder[];
  /** 1: a minute of theirs is one of ours. */
  readonly speed: number;
}

/** Null where there is no demo, or nobody is to move in it. */
export async function prepareDemoFleet(
  context: AppContext,
  { demoSpeed: speed }: Pick<Config, "demoSpeed">,
  { demo }: Tenants,
): Promise<DemoFleet | null> {
  return demo && speed > 0 ? { responders: await seedDemoFleet(context), speed } : null;
}

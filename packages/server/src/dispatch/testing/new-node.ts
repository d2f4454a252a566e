import type { TestSystem } from "@tocsin/testkit";
import { createServices } from "../../services.ts";

/** Another node over the same database, with a fleet of its own in memory. */
export async function newNode(
  { context }: TestSystem,
  settings: Partial<TestSystem["context"]["settings"]> = {},
) {
  const node = createServices(context, { ...context.settings, ...settings });
  await Promise.all([node.partners.start(), node.fleet.start(), node.coverage.start()]);
  return {
    ...node,
    async stop(): Promise<void> {
      await node.deadlines.stop();
      await Promise.all([node.partners.stop(), node.fleet.stop(), node.coverage.stop(), node.raises.stop()]);
    },
  };
}

import { installation } from "../audit/index.ts";
import { createArea } from "../coverage/index.ts";
import type { FleetCapabilities } from "../responders/index.ts";
import { demoAreas } from "./demo-areas.ts";
import { anyDemoArea, lockDemo } from "./demo-store.ts";
import { ensureDemoSupplier } from "./ensure-demo-supplier.ts";

const security = 1;
const medical = 2;

type Means = FleetCapabilities & Pick<Parameters<typeof createArea>[0], "coverage">;

/**
 * Draws the areas of the demo's supplier, once: what somebody changed or took away stays so. Nobody's are drawn when a
 * supplier of the operator's has the demo's name.
 * @returns whether they were drawn just now
 */
export async function seedDemoCoverage(means: Means): Promise<boolean> {
  return means.db.transaction(async (tx) => {
    // two nodes that start together take turns; the areas themselves are made on connections of their own
    await lockDemo(tx);
    const supplierId = await ensureDemoSupplier(means, tx);
    if (supplierId === null || (await anyDemoArea(tx))) return false;
    for (const responseTypeId of [security, medical])
      for (const { name, geometry } of demoAreas)
        await createArea(means, installation, { supplierId, responseTypeId, name, geometry });
    return true;
  });
}

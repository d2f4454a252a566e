import { installation } from "../audit/index.ts";
import { AppError } from "../errors.ts";
import { createResponder, type FleetCapabilities } from "../responders/index.ts";
import { type DemoResponder, demoResponders } from "./demo-responders.ts";
import { listDemoLogins, lockDemo } from "./demo-store.ts";
import { ensureDemoSupplier } from "./ensure-demo-supplier.ts";

/**
 * Makes the demo's supplier and its responders, or what is missing of them; what somebody changed stays. Nobody is made
 * when a supplier of the operator's has the name.
 * @returns those that are there
 */
export async function seedDemoFleet(capabilities: FleetCapabilities): Promise<readonly DemoResponder[]> {
  return capabilities.db.transaction(async (tx) => {
    // two nodes that start together take turns; the responders themselves are made on connections of their own
    await lockDemo(tx);
    const supplierId = await ensureDemoSupplier(capabilities, tx);
    if (supplierId === null) return [];
    const found = await listDemoLogins(tx);
    const missing = demoResponders.filter(({ login }) => !found.has(login));
    const made = await Promise.all(missing.map((each) => make(capabilities, supplierId, each)));
    const theirs = new Set([...found, ...made]);
    return demoResponders.filter(({ login }) => theirs.has(login));
  });
}

/** Its login; null when somebody of the operator's has that. */
async function make(
  capabilities: FleetCapabilities,
  supplierId: number,
  { name, callSign, login, pin, responseTypes }: DemoResponder,
): Promise<string | null> {
  try {
    const said = { supplierId, name, callSign, login, pin, responseTypes };
    return (await createResponder(capabilities, installation, said)).login;
  } catch (error) {
    if (error instanceof AppError && error.code === "login-taken") return null;
    throw error;
  }
}

import { installation } from "../audit/index.ts";
import type { Queryable } from "../db/index.ts";
import { AppError } from "../errors.ts";
import { createSupplier, type FleetCapabilities } from "../responders/index.ts";
import { findDemoSupplier } from "./demo-store.ts";

const supplierName = "Demo Response";

/** The demo's supplier, made when there is none; null when a supplier of the operator's has its name. */
export async function ensureDemoSupplier(
  capabilities: FleetCapabilities,
  tx: Queryable,
): Promise<number | null> {
  const found = await findDemoSupplier(tx);
  if (found !== undefined) return found;
  try {
    return (await createSupplier(capabilities, installation, { name: supplierName, isDemo: true })).supplier
      .id;
  } catch (error) {
    if (error instanceof AppError && error.code === "supplier-name-taken") return null;
    throw error;
  }
}

import { type AuditActor, recordAudit } from "../audit/index.ts";
import type { Capabilities } from "../capabilities.ts";
import { AppError } from "../errors.ts";
import { checkName } from "./check-input.ts";
import { hashFleetSecret, makeFleetSecret } from "./fleet-secret.ts";
import { insertSupplier } from "./supplier-store.ts";
import type { Supplier, SupplierInput } from "./types.ts";

export interface CreatedSupplier {
  readonly supplier: Supplier;
  /** Opens a fleet session; shown here and never again. */
  readonly fleetSecret: string;
}

/**
 * @param by who makes it, for the audit
 * @throws AppError `invalid-request`, or `supplier-name-taken`
 */
export async function createSupplier(
  { db, clock, random }: Pick<Capabilities, "db" | "clock" | "random">,
  by: AuditActor,
  input: SupplierInput,
): Promise<CreatedSupplier> {
  const { name } = input;
  checkName("name", name);
  const fleetSecret = makeFleetSecret(random);
  const now = clock.now();
  const supplier = await db.transaction(async (tx) => {
    const made = await insertSupplier(tx, input, hashFleetSecret(fleetSecret), now);
    if (!made) throw supplierNameTaken(name);
    const subject = { kind: "supplier", id: made.id, customerSourceId: null } as const;
    await recordAudit(tx, { actor: by, action: "create-supplier", subject, body: { name } }, now);
    return made;
  });
  return { supplier, fleetSecret };
}

export function supplierNameTaken(name: string): AppError {
  return new AppError(
    "supplier-name-taken",
    `There is a supplier of the name ${JSON.stringify(name)} already.`,
  );
}

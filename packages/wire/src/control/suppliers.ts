import { z } from "zod";
import { instant, pathId, requiredText } from "../scalars.ts";

export const supplierParams = z.object({ supplierId: pathId });

export const createSupplierBody = z.object({ name: requiredText(200) });

/** What is absent stays as it is. */
export const updateSupplierBody = z.object({
  name: requiredText(200).exactOptional(),
  disabled: z.boolean().exactOptional(),
  renewFleetSecret: z.boolean().exactOptional().describe("True: the old secret ends at once."),
});

export const controlSupplier = z
  .object({
    id: z.int(),
    name: z.string(),
    hasGateway: z.boolean().describe("It has a fleet secret, so its gateway may sign in."),
    createdAt: instant,
    disabledAt: instant.nullable(),
  })
  .meta({ id: "ControlSupplier" });
export type ControlSupplier = z.infer<typeof controlSupplier>;

/** With the secret of POST /responder/v1/fleet/sessions: shown when it is made, and never again. */
export const supplierWithSecret = controlSupplier.extend({ fleetSecret: z.string().nullable() });

export const controlSupplierList = z.object({ suppliers: z.array(controlSupplier) });

import { supplierParams, supplierWithSecret, updateSupplierBody } from "@tocsin/wire";
import { declineForDisabled } from "../../../../dispatch/index.ts";
import { asActor, asController } from "../../../../operators/index.ts";
import { updateSupplier as update } from "../../../../responders/index.ts";
import { operation } from "../../../route.ts";
import { presentSupplier } from "../present-supplier.ts";

export const updateSupplier = operation({
  method: "PATCH",
  path: "/control/v1/suppliers/:supplierId",
  operationId: "update-supplier",
  summary: "Change a supplier",
  description:
    "What is absent stays as it is. The fleet secret in the answer is null unless it was renewed: then the new one is shown, once.",
  tag: "Control room: suppliers",
  access: "supervisor",
  params: supplierParams,
  body: updateSupplierBody,
  answers: { 200: supplierWithSecret },
  errors: ["not-found", "supplier-name-taken", "responder-assigned"],
  async handle({ context, caller, params, body }) {
    const { supplier, fleetSecret } = await update(
      context,
      asActor(caller.operator),
      params.supplierId,
      body,
    );
    if (body.disabled) await declineForDisabled(context, params, asController(caller.operator));
    return {
      status: 200,
      headers: { "cache-control": "no-store" },
      body: { ...presentSupplier(supplier), fleetSecret },
    };
  },
});

import { createSupplierBody, supplierWithSecret } from "@tocsin/wire";
import { asActor } from "../../../../operators/index.ts";
import { createSupplier as create } from "../../../../responders/index.ts";
import { operation } from "../../../route.ts";
import { presentSupplier } from "../present-supplier.ts";

export const createSupplier = operation({
  method: "POST",
  path: "/control/v1/suppliers",
  operationId: "create-supplier",
  summary: "Create a supplier; the answer shows its fleet secret, once",
  tag: "Control room: suppliers",
  access: "supervisor",
  body: createSupplierBody,
  answers: { 201: supplierWithSecret },
  errors: ["supplier-name-taken"],
  async handle({ context, caller, body }) {
    const { supplier, fleetSecret } = await create(context, asActor(caller.operator), body);
    return {
      status: 201,
      headers: { "cache-control": "no-store" },
      body: { ...presentSupplier(supplier), fleetSecret },
    };
  },
});

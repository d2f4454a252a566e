import { controlSupplierList } from "@tocsin/wire";
import { listSuppliers as list } from "../../../../responders/index.ts";
import { operation } from "../../../route.ts";
import { presentSupplier } from "../present-supplier.ts";

export const listSuppliers = operation({
  method: "GET",
  path: "/control/v1/suppliers",
  operationId: "list-suppliers",
  summary: "List suppliers, disabled ones too",
  tag: "Control room: suppliers",
  access: "operator",
  answers: { 200: controlSupplierList },
  errors: [],
  async handle({ context }) {
    return { status: 200, body: { suppliers: (await list(context.db)).map(presentSupplier) } };
  },
});

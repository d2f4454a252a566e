import type { ControlSupplier } from "@tocsin/wire";
import type { Supplier } from "../../../responders/index.ts";
import { presentInstant, presentInstantOrNull } from "../../panic-v2/callouts/present-instant.ts";

export function presentSupplier(supplier: Supplier): ControlSupplier {
  return {
    ...supplier,
    createdAt: presentInstant(supplier.createdAt),
    disabledAt: presentInstantOrNull(supplier.disabledAt),
  };
}

import type { ControlOperator } from "@tocsin/wire";
import type { Operator } from "../../../operators/index.ts";
import { presentInstant, presentInstantOrNull } from "../../panic-v2/callouts/present-instant.ts";

export function presentOperator(operator: Operator): ControlOperator {
  return {
    ...operator,
    createdAt: presentInstant(operator.createdAt),
    updatedAt: presentInstant(operator.updatedAt),
    disabledAt: presentInstantOrNull(operator.disabledAt),
  };
}

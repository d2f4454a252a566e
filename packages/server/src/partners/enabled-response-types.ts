import { type ReferenceRow, responseTypes } from "@tocsin/domain";
import type { Partner } from "./types.ts";

/** The response types that the tenant has switched on. */
export function enabledResponseTypes({ policies }: Pick<Partner, "policies">): readonly ReferenceRow[] {
  return responseTypes.filter(({ id }) => policies.responseTypes.includes(id));
}

import type { z } from "zod";

/** For rules over several members. They run beside the checks of the single ones, so that one answer names all that is wrong. */
export const besideMembers = { when: isObject };

/** Says that a member is wrong, in the words of the contract. */
export function refuseMember(context: z.RefinementCtx, member: string, message: string): void {
  context.addIssue({ code: "custom", path: [member], message });
}

/** For what a rule before has made sure of. */
export function required<T>(value: T | undefined): T {
  if (value === undefined) throw new TypeError("A required member was let through although it is absent");
  return value;
}

function isObject({ value }: { readonly value: unknown }): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

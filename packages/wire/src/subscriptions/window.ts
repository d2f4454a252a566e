import { z } from "zod";
import { refuseMember } from "../across-members.ts";
import { integer, optional } from "../scalars.ts";

const firstYear = 1900;
const lastYear = 2999;

/** An instant of a window, to the millisecond. */
export const windowEdge = z.iso
  .datetime({ error: "must be an ISO 8601 date and time in UTC that exists, such as 2026-06-10T00:00:00Z" })
  .transform((value) => new Date(value))
  .refine(
    (date) => date.getUTCFullYear() >= firstYear && date.getUTCFullYear() <= lastYear,
    `must lie in the years ${firstYear} to ${lastYear}`,
  );

/** When a subscription is valid; the end is not part of it. */
export const windowMembers = {
  validFrom: optional(windowEdge).describe("Valid from then on; now when absent."),
  validTo: optional(windowEdge).describe(
    "Valid until then, not included; a year after validFrom when absent.",
  ),
};

export const subscriptionTypeId = integer
  .min(1)
  .max(4)
  .describe("1 SINGLE, 2 FAMILY, 3 WEB_SIGNUP_SINGLE, 4 WEB_SIGNUP_FAMILY.");

interface Window {
  readonly validFrom?: Date | undefined;
  readonly validTo?: Date | undefined;
}

/** The members may be of any type still: only two dates are compared. */
export function refuseEmptyWindow({ validFrom, validTo }: Window, context: z.RefinementCtx): void {
  if (!(validFrom instanceof Date && validTo instanceof Date) || validFrom < validTo) return;
  refuseMember(context, "validTo", "must be later than validFrom");
}

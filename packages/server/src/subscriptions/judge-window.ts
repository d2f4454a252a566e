import { subscriptionWindow } from "@tocsin/domain";
import type { FieldError } from "../errors.ts";

/** When a subscription is to be valid; null where it is not said. */
interface AskedWindow {
  readonly validFrom: Temporal.Instant | null;
  readonly validTo: Temporal.Instant | null;
}

/**
 * What is wrong with a window that is asked for at this moment.
 * @param within how the member is called where the caller's body has it: `subscription.` in an envelope
 */
export function judgeWindow(
  { validFrom, validTo }: AskedWindow,
  now: Temporal.Instant,
  within = "",
): readonly FieldError[] {
  if (subscriptionWindow(validFrom, validTo, now)) return [];
  const message = "must be later than validFrom, which is now when it is absent";
  return [{ field: `${within}validTo`, message }];
}

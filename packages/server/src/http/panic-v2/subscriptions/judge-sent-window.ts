import { sentSubscription } from "@tocsin/wire";
import type { FieldError } from "../../../errors.ts";
import { judgeWindow } from "../../../subscriptions/index.ts";
import { readWindow } from "./read-window.ts";

/**
 * What is wrong, at this moment, with the window of a subscription as it came: one that begins now and ended before. Where both
 * ends are said the schema compares them.
 * @param within where the subscription stands in the body: `subscription.` in an envelope
 */
export function judgeSentWindow(
  subscription: unknown,
  now: Temporal.Instant,
  within = "",
): readonly FieldError[] {
  const { window } = sentSubscription(subscription);
  return window && !window.validFrom ? judgeWindow(readWindow(window), now, within) : [];
}

import type { Responder } from "./types.ts";

/** Whether a responder may be asked: a shift ends by itself at its time. */
export function isOnDuty(
  { onDuty, dutyUntil, disabledAt }: Pick<Responder, "onDuty" | "dutyUntil" | "disabledAt">,
  now: Temporal.Instant,
): boolean {
  if (!onDuty || disabledAt !== null) return false;
  return dutyUntil === null || dutyUntil.epochMilliseconds > now.epochMilliseconds;
}

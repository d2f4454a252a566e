import { AppError } from "../errors.ts";
import { type FleetCapabilities, type Responder, type Shift, setShift } from "../responders/index.ts";
import { declineOffer } from "./answer-offer.ts";
import { findLiveOfferId } from "./own-work-store.ts";
import type { ResponderActCapabilities } from "./responder-act.ts";

/**
 * A responder begins or ends the shift. Whoever goes home does not go to the callout that asks just now: then the next
 * one is asked at once, not when the offer times out.
 * @throws AppError `responder-assigned` when it would end while a callout runs; `invalid-request` when `until` is over
 */
export async function changeShift(
  capabilities: ResponderActCapabilities & FleetCapabilities,
  responder: Responder,
  shift: Shift,
): Promise<void> {
  const { id, name } = responder;
  if (!shift.onDuty) await declineLiveOffer(capabilities, responder);
  await setShift(capabilities, { kind: "responder", id, name }, id, shift);
}

async function declineLiveOffer(capabilities: ResponderActCapabilities, responder: Responder): Promise<void> {
  const offerId = await findLiveOfferId(capabilities.db, responder.id);
  if (offerId === undefined) return;
  await declineOffer(capabilities, responder, offerId, "Off duty.").catch((error: unknown) => {
    // it ended meanwhile, or the responder has just accepted: then the shift does not end
    if (!(error instanceof AppError) || error.code !== "offer-over") throw error;
  });
}

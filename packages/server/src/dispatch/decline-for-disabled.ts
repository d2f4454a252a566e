import type { Actor } from "@tocsin/domain";
import { changeCallout } from "../callouts/index.ts";
import { AppError } from "../errors.ts";
import { type LiveOffer, listLiveOffers, type OfferHolders } from "./own-work-store.ts";
import { calloutOf, type ResponderActCapabilities } from "./responder-act.ts";

/**
 * Whoever was disabled can't answer any more what asks them just now: the next one is asked at once, not when the offer
 * times out.
 * @param by who disabled them; the timeline says so
 */
export async function declineForDisabled(
  capabilities: ResponderActCapabilities,
  holders: OfferHolders,
  by: Actor,
): Promise<void> {
  for (const offer of await listLiveOffers(capabilities.db, holders)) await decline(capabilities, offer, by);
}

async function decline(capabilities: ResponderActCapabilities, offer: LiveOffer, by: Actor): Promise<void> {
  const { offerId } = offer;
  const event = () =>
    ({ type: "offerDeclined", offerId, reason: "Disabled by the control room.", by }) as const;
  const change = { ...(await calloutOf(capabilities.partners, offer)), event };
  await changeCallout(capabilities, change).catch((error: unknown) => {
    // it ended meanwhile
    if (!(error instanceof AppError) || error.status !== 409) throw error;
  });
}

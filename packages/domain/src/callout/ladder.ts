/** One responder is asked at a time; after this many declined or timed-out offers, several (control-and-responder-v1, Timing). */
const widenAfterOffers = 3;
const wideOffers = 3;

/** How many live offers the callout may have now. Never narrows again: help is late already. */
export function offersAtOnce(endedOffers: number): number {
  return endedOffers < widenAfterOffers ? 1 : wideOffers;
}

import { ratingItems } from "@tocsin/domain";

export { addRatingItem } from "./add-rating-item.ts";
export { rateCallout } from "./rate-callout.ts";
export { isRatingOf, listRatingItems } from "./rating-item-store.ts";
export { findRating } from "./rating-store.ts";
export type { RatingItem } from "./types.ts";

/** What every rating may praise or blame. */
export const standardRatingItems = ratingItems;

import type { Operation } from "../../route.ts";
import { createCalloutRating } from "./create-callout-rating/route.ts";
import { createRatingItem } from "./create-rating-item/route.ts";
import { listRatingItems } from "./list-rating-items/route.ts";

/** What customers thought of it. */
export const ratingOperations: readonly Operation[] = [
  createCalloutRating,
  listRatingItems,
  createRatingItem,
];

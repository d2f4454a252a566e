import type { Clock } from "../capabilities.ts";
import type { Queryable } from "../db/index.ts";
import { notFound } from "../errors.ts";
import { existsRating, type SavedItem, saveRatingItem } from "./rating-item-store.ts";
import type { RatingItemInput } from "./types.ts";

/**
 * Adds to a rating what in particular was good or bad, or changes what was said of it.
 * @throws AppError `not-found`: no such rating, or no such item of it
 */
export async function addRatingItem(
  { clock, db }: { readonly clock: Clock; readonly db: Queryable },
  customerSourceId: number,
  input: RatingItemInput,
): Promise<SavedItem> {
  if (!(await existsRating(db, customerSourceId, input.ratingId))) throw notFound(`Rating ${input.ratingId}`);
  const saved = await saveRatingItem(db, customerSourceId, input, clock.now());
  if (!saved) throw notFound(`Item ${input.itemId} of rating ${input.ratingId}`);
  return saved;
}

import type { CalloutPhase } from "@tocsin/domain";
import type { Clock } from "../capabilities.ts";
import type { Queryable } from "../db/index.ts";
import { AppError, notFound } from "../errors.ts";
import { findPhase, saveRating } from "./rating-store.ts";
import type { Rating, RatingInput } from "./types.ts";

const rateable: readonly CalloutPhase[] = ["completed", "closed"];

/**
 * Keeps what the customer thought of it; a second rating takes the place of the first.
 * @throws AppError `not-found`; 409 `callout-state` while it is neither completed nor closed
 */
export async function rateCallout(
  { clock, db }: { readonly clock: Clock; readonly db: Queryable },
  customerSourceId: number,
  input: RatingInput,
): Promise<{ readonly rating: Rating; readonly isNew: boolean }> {
  const phase = await findPhase(db, customerSourceId, input.calloutId);
  if (!phase) throw notFound(`Callout ${input.calloutId}`);
  if (!rateable.includes(phase)) {
    const message = `Callout ${input.calloutId} is ${phase}. It can be rated once it is completed or closed.`;
    throw new AppError("callout-state", message);
  }
  return saveRating(db, customerSourceId, input, clock.now());
}

import type { CalloutPhase } from "@tocsin/domain";
import { type Audience, findCalloutView } from "../callouts/index.ts";
import type { Clock } from "../capabilities.ts";
import type { Queryable } from "../db/index.ts";
import { AppError, notFound } from "../errors.ts";
import { saveRating } from "./rating-store.ts";
import type { Rating, RatingInput } from "./types.ts";

const rateable: readonly CalloutPhase[] = ["completed", "closed"];

/**
 * Keeps what the customer thought of it; a second rating takes the place of the first.
 * @param audience who rates: the customer's own side is refused as if what it is shown were true
 * @throws AppError `not-found`; 409 `callout-state` while it is neither completed nor closed
 */
export async function rateCallout(
  { clock, db }: { readonly clock: Clock; readonly db: Queryable },
  customerSourceId: number,
  audience: Audience,
  input: RatingInput,
): Promise<{ readonly rating: Rating; readonly isNew: boolean }> {
  const callout = await findCalloutView(db, customerSourceId, input.calloutId, audience);
  if (!callout) throw notFound(`Callout ${input.calloutId}`);
  if (!rateable.includes(callout.phase)) {
    const message = `Callout ${callout.id} is ${callout.phase}. It can be rated once it is completed or closed.`;
    throw new AppError("callout-state", message);
  }
  return saveRating(db, customerSourceId, input, clock.now());
}

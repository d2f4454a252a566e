/**
 * The order of the control room's queue, in SQL over `callout c`:
 * 1. under duress first: somebody may be forced to say that all is well;
 * 2. then what nobody has taken: one that is completed or cancelled needs no owner any more;
 * 3. then by priority: life before property before inconvenience, MEDICAL 1, FIRE 2, SECURITY 3, ROADSIDE 4. What is known
 *    to be a test (an internal one, or verified as TEST) comes after all that: four more. One that is only said to be a
 *    test is dispatched like a real one (panic-v2 §2), and ranks like one;
 * 4. then the oldest first, and by id where two have the same age.
 */

/** 0: under duress, 1: not. */
const calm = "(not (c.duress and c.phase not in ('cancelled', 'closed')))::int";
/** 0: somebody should take it, 1: somebody has, or needs not. */
const settled = "(c.owner_id is not null or c.phase in ('completed', 'cancelled', 'closed'))::int";

/** 1 to 8. */
export const priority = `(case c.response_type_id when 2 then 1 when 3 then 2 when 1 then 3 else 4 end
  + case when c.internal_test or (c.verified and c.classification_id = 2) then 4 else 0 end)`;

/** For `order by`, and as a row to compare with a {@link QueuePlace}. */
export const queueOrder = `${calm}, ${settled}, ${priority}, c.created_at, c.id`;

/** The columns of a place, each in its turn. */
export const queuePlaceColumns = `${calm} as calm, ${settled} as settled`;

/** Where a page of the queue ends: the next one goes on behind it. */
export type QueuePlace = OpenPlace | ClosedPlace;

export interface OpenPlace {
  readonly part: "open";
  readonly calm: number;
  readonly settled: number;
  readonly priority: number;
  readonly raisedAtMilliseconds: number;
  readonly id: number;
}

/** Among the closed ones, which come newest first. */
export interface ClosedPlace {
  readonly part: "closed";
  readonly id: number;
}

import { type Queryable, sql } from "../db/index.ts";
import type { Rating, RatingInput } from "./types.ts";

const columns = `id, callout_id as "calloutId", rating, details, may_be_contacted as "mayBeContacted",
  created_at as "createdAt", updated_at as "updatedAt"`;

const save = sql(
  "rating-save",
  `insert into rating (customer_source_id, callout_id, rating, details, may_be_contacted, created_at, updated_at)
  values ($1, $2, $3, $4, $5, $6, $6)
  on conflict (customer_source_id, callout_id) do update set rating = excluded.rating, details = excluded.details,
    may_be_contacted = excluded.may_be_contacted, updated_at = excluded.updated_at
  returning ${columns}, xmax = 0 as "isNew"`,
);

const find = sql(
  "rating-find",
  `select ${columns} from rating where customer_source_id = $1 and callout_id = $2`,
);

/** Two at the same instant give one rating: the unique index decides which of them was first. */
export async function saveRating(
  db: Queryable,
  customerSourceId: number,
  { calloutId, rating, details, mayBeContacted }: RatingInput,
  now: Temporal.Instant,
): Promise<{ readonly rating: Rating; readonly isNew: boolean }> {
  const statement = save(customerSourceId, calloutId, rating, details, mayBeContacted, now.toString());
  const [row] = await db.query<Rating & { isNew: boolean }>(statement);
  if (!row) throw new Error(`The rating of callout ${calloutId} was not stored`);
  const { isNew, ...saved } = row;
  return { rating: saved, isNew };
}

/** The rating of a callout, when there is one. */
export async function findRating(
  db: Queryable,
  customerSourceId: number,
  calloutId: number,
): Promise<Rating | undefined> {
  const [row] = await db.query<Rating>(find(customerSourceId, calloutId));
  return row;
}

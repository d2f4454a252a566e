import { ratingItems } from "@tocsin/domain";
import { type Queryable, sql } from "../db/index.ts";
import type { RatingItem, RatingItemInput } from "./types.ts";

const columns = `id, rating_id as "ratingId", coalesce(standard_item_id, id) as "itemId", rating_item as "ratingItem",
  description, sentiment, score, created_at as "createdAt", updated_at as "updatedAt"`;

const hasRating = sql(
  "rating-item-has-rating",
  "select from rating where customer_source_id = $1 and id = $2",
);

const insert = sql(
  "rating-item-insert",
  `insert into rating_item (customer_source_id, rating_id, standard_item_id, rating_item, description, sentiment, score,
    created_at, updated_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $8)
  on conflict (customer_source_id, rating_id, standard_item_id) do update set rating_item = excluded.rating_item,
    description = excluded.description, sentiment = excluded.sentiment, score = excluded.score, updated_at = excluded.updated_at
  returning ${columns}, xmax = 0 as "isNew"`,
);

const update = sql(
  "rating-item-update",
  `update rating_item set rating_item = $4, description = $5, sentiment = $6, score = $7, updated_at = $8
  where customer_source_id = $1 and rating_id = $2 and id = $3
  returning ${columns}, false as "isNew"`,
);

const list = sql(
  "rating-item-list",
  `select ${columns} from rating_item where customer_source_id = $1 and rating_id = $2 order by id`,
);

const isOf = sql(
  "rating-is-of-customer",
  `select from rating r join callout c on c.customer_source_id = r.customer_source_id and c.id = r.callout_id
  where r.customer_source_id = $1 and r.id = $2 and c.customer_id = $3`,
);

export interface SavedItem {
  readonly item: RatingItem;
  readonly isNew: boolean;
}

export async function existsRating(db: Queryable, customerSourceId: number, id: number): Promise<boolean> {
  return (await db.query(hasRating(customerSourceId, id))).length > 0;
}

/** Whether such a rating is of a callout of this customer. */
export async function isRatingOf(
  db: Queryable,
  customerSourceId: number,
  id: number,
  customerId: number,
): Promise<boolean> {
  return (await db.query(isOf(customerSourceId, id, customerId))).length > 0;
}

/** A standard item, which a rating has once, or a new one of the partner's own; undefined for an item the rating has not. */
export async function saveRatingItem(
  db: Queryable,
  customerSourceId: number,
  input: RatingItemInput,
  now: Temporal.Instant,
): Promise<SavedItem | undefined> {
  const { ratingId, itemId, ratingItem, description, sentiment, score } = input;
  const standard = ratingItems.find(({ id }) => id === itemId);
  const statement = itemId === null || standard ? insert : update;
  const name = ratingItem ?? standard?.ratingItem ?? null;
  const [row] = await db.query<RatingItem & { isNew: boolean }>(
    statement(customerSourceId, ratingId, itemId, name, description, sentiment, score, now.toString()),
  );
  if (!row) return undefined;
  const { isNew, ...item } = row;
  return { item, isNew };
}

/** The items of a rating, in the order in which they were named. */
export function listRatingItems(
  db: Queryable,
  customerSourceId: number,
  ratingId: number,
): Promise<RatingItem[]> {
  return db.query<RatingItem>(list(customerSourceId, ratingId));
}

import { type Queryable, sql } from "../db/index.ts";
import type { ImageType } from "./image-type.ts";

const insert = sql(
  "photo-insert",
  `insert into assignment_photo (customer_source_id, callout_id, assignment_id, media_type, image, created_at)
  values ($1, $2, $3, $4, $5, $6) returning id`,
);

const count = sql(
  "photo-count",
  "select count(*)::int as count from assignment_photo where customer_source_id = $1 and callout_id = $2 and assignment_id = $3",
);

export interface PhotoPlace {
  readonly customerSourceId: number;
  readonly calloutId: number;
  readonly assignmentId: number;
}

export interface Image {
  readonly mediaType: ImageType;
  readonly bytes: Uint8Array;
}

/** Returns the photo's id. */
export async function insertPhoto(
  tx: Queryable,
  { customerSourceId, calloutId, assignmentId }: PhotoPlace,
  { mediaType, bytes }: Image,
  now: Temporal.Instant,
): Promise<number> {
  const values = [customerSourceId, calloutId, assignmentId, mediaType, bytes, now.toString()];
  const [row] = await tx.query<{ id: number }>(insert(...values));
  if (!row) throw new Error(`The photo of assignment ${assignmentId} got no id`);
  return row.id;
}

export async function countPhotos(
  tx: Queryable,
  { customerSourceId, calloutId, assignmentId }: PhotoPlace,
): Promise<number> {
  const [row] = await tx.query<{ count: number }>(count(customerSourceId, calloutId, assignmentId));
  return row?.count ?? 0;
}

export interface RatingInput {
  readonly calloutId: number;
  /** 1 to 5. */
  readonly rating: number;
  readonly details: string | null;
  /** Whether the customer may be asked about it; null: they did not say. */
  readonly mayBeContacted: boolean | null;
}

/** What the customer thought of it. One for each callout. */
export interface Rating extends RatingInput {
  readonly id: number;
  readonly createdAt: Temporal.Instant;
  readonly updatedAt: Temporal.Instant;
}

export type Sentiment = "positive" | "negative" | "neutral";

export interface RatingItemInput {
  readonly ratingId: number;
  /** A standard item, or an item of this rating that is to be changed; null: a new one of the partner's own. */
  readonly itemId: number | null;
  readonly ratingItem: string | null;
  readonly description: string;
  readonly sentiment: Sentiment | null;
  readonly score: number | null;
}

/** One thing that was praised or blamed. */
export interface RatingItem extends Omit<RatingItemInput, "itemId"> {
  readonly id: number;
  /** What names the item in a later change: the standard item's id, or its own. */
  readonly itemId: number;
  readonly createdAt: Temporal.Instant;
  readonly updatedAt: Temporal.Instant;
}

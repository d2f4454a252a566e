import { z } from "zod";
import { besideMembers, refuseMember, required } from "../across-members.ts";
import { id, instant, optional, requiredText, text } from "../scalars.ts";

/** 200 of GET /rating-items: what every rating may praise or blame. */
export const ratingItemList = z.array(
  z.object({ id: z.int(), ratingItem: z.string(), description: z.string() }).meta({ id: "RatingItem" }),
);

/** Body of POST /ratings. Read, the words are in `details`. */
export const rateCalloutRequest = z
  .object({
    calloutId: id,
    rating: z.int().min(1).max(5),
    additionalDetails: optional(text(4096)),
    comment: optional(text(4096)).describe("Another name of additionalDetails."),
    customerAllowedToBeContacted: optional(z.boolean()),
  })
  .transform(({ calloutId, rating, additionalDetails, comment, customerAllowedToBeContacted }) => ({
    calloutId,
    rating,
    details: additionalDetails ?? comment ?? null,
    mayBeContacted: customerAllowedToBeContacted ?? null,
  }))
  .meta({ id: "RateCallout" });

const rated = { id: z.int(), calloutId: z.int(), rating: z.int() };

/** 201 and 200 of POST /ratings. */
export const calloutRated = z
  .object({
    ...rated,
    message: z.string(),
    calloutRatingPostResult: z.object({
      ...rated,
      additionalDetails: z.string().nullable(),
      customerAllowedToBeContacted: z.boolean().nullable(),
      createdAt: instant,
      updatedAt: instant,
    }),
  })
  .meta({ id: "CalloutRated" });

export const sentiments = ["positive", "negative", "neutral"] as const;

const expectedSentiment = `must be one of ${sentiments.join(", ")}`;

/** Body of POST /rating-items. */
export const addRatingItemRequest = z
  .object({
    calloutRatingId: optional(id).describe("The `id` that POST /ratings answered. Required."),
    ratingId: optional(id).describe("Another name of calloutRatingId."),
    ratingItemDescription: requiredText(1024),
    ratingItemId: optional(id).describe(
      "A standard item from GET /rating-items, or an item of this rating to change. Absent: a new one of your own.",
    ),
    ratingItem: optional(requiredText(128)).describe("What the item is called."),
    sentiment: optional(z.enum(sentiments, { error: expectedSentiment })),
    score: optional(z.number()),
  })
  .superRefine(({ calloutRatingId, ratingId }, context) => {
    if (calloutRatingId === undefined && ratingId === undefined)
      refuseMember(context, "calloutRatingId", "is required (an integer; `ratingId` is accepted)");
  }, besideMembers)
  .transform((body) => ({
    ratingId: required(body.calloutRatingId ?? body.ratingId),
    itemId: body.ratingItemId ?? null,
    ratingItem: body.ratingItem ?? null,
    description: body.ratingItemDescription,
    sentiment: body.sentiment ?? null,
    score: body.score ?? null,
  }))
  .meta({ id: "AddRatingItem" });

const item = {
  id: z.int(),
  ratingId: z.int(),
  ratingItemId: z
    .int()
    .describe("What names the item when it is changed: the standard item's id, or its own."),
  score: z.number().nullable(),
};

/** 201 and 200 of POST /rating-items. */
export const ratingItemAdded = z
  .object({
    ...item,
    message: z.string(),
    calloutRatingItemResults: z.object({
      ...item,
      ratingItem: z.string().nullable(),
      ratingItemDescription: z.string(),
      sentiment: z.enum(sentiments).nullable(),
      createdAt: instant,
      updatedAt: instant,
    }),
  })
  .meta({ id: "RatingItemAdded" });

import { addRatingItemRequest, ratingItemAdded } from "@tocsin/wire";
import { addRatingItem } from "../../../../ratings/index.ts";
import { operation } from "../../../route.ts";
import { presentInstant } from "../../callouts/present-instant.ts";

export const createRatingItem = operation({
  method: "POST",
  path: "/panic-api/v2/rating-items",
  operationId: "create-rating-item",
  summary: "Say what in particular was good or bad",
  description:
    "Adds an item to a rating. A rating has each standard item once: sent again, or with the `ratingItemId` that an item of your " +
    "own was answered with, it is changed and answered 200.",
  tag: "Ratings",
  access: "callout",
  about: ({ body }) => ({ kind: "rating", id: body.ratingId }),
  body: addRatingItemRequest,
  answers: { 200: ratingItemAdded, 201: ratingItemAdded },
  errors: ["not-found"],
  async handle({ context, caller, body, db }) {
    const { item, isNew } = await addRatingItem({ ...context, db }, caller.partner.customerSourceId, body);
    const { id, ratingId, itemId: ratingItemId, score } = item;
    const calloutRatingItemResults = {
      id,
      ratingId,
      ratingItemId,
      score,
      ratingItem: item.ratingItem,
      ratingItemDescription: item.description,
      sentiment: item.sentiment,
      createdAt: presentInstant(item.createdAt),
      updatedAt: presentInstant(item.updatedAt),
    };
    const message = isNew ? "Rating item created." : "Rating item updated.";
    return {
      status: isNew ? 201 : 200,
      body: { id, ratingId, ratingItemId, score, message, calloutRatingItemResults },
    };
  },
});

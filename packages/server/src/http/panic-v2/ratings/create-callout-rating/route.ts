import { calloutRated, rateCalloutRequest } from "@tocsin/wire";
import { rateCallout } from "../../../../ratings/index.ts";
import { operation } from "../../../route.ts";
import { presentInstant } from "../../callouts/present-instant.ts";
import { audienceOf } from "../../speaks-for.ts";

export const createCalloutRating = operation({
  method: "POST",
  path: "/panic-api/v2/ratings",
  operationId: "create-callout-rating",
  summary: "Rate a callout",
  description:
    "Once the callout is completed or closed. A callout has one rating: a second one replaces it and is answered 200.",
  tag: "Ratings",
  access: "callout",
  about: ({ body }) => ({ kind: "callout", id: body.calloutId }),
  body: rateCalloutRequest,
  answers: { 200: calloutRated, 201: calloutRated },
  errors: ["not-found", "callout-state"],
  async handle({ context, caller, body, db }) {
    const { rating: saved, isNew } = await rateCallout(
      { ...context, db },
      caller.partner.customerSourceId,
      audienceOf(caller, context),
      body,
    );
    const { id, calloutId, rating } = saved;
    const calloutRatingPostResult = {
      id,
      calloutId,
      rating,
      additionalDetails: saved.details,
      customerAllowedToBeContacted: saved.mayBeContacted,
      createdAt: presentInstant(saved.createdAt),
      updatedAt: presentInstant(saved.updatedAt),
    };
    const message = isNew ? "Rating created." : "Rating replaced.";
    return { status: isNew ? 201 : 200, body: { id, calloutId, rating, message, calloutRatingPostResult } };
  },
});

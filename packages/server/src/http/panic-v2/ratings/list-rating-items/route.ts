import { ratingItemList } from "@tocsin/wire";
import { standardRatingItems } from "../../../../ratings/index.ts";
import { operation } from "../../../route.ts";

export const listRatingItems = operation({
  method: "GET",
  path: "/panic-api/v2/rating-items",
  operationId: "list-rating-items",
  summary: "List what a rating may praise or blame",
  tag: "Ratings",
  access: "callout",
  about: () => null,
  answers: { 200: ratingItemList },
  errors: [],
  handle: async () => ({ status: 200, body: standardRatingItems }),
});

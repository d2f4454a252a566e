import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { addRating } from "../testing/add-rating.ts";

const system = useSystem();
const add = (body: unknown) => system.request({ method: "POST", path: "/panic-api/v2/rating-items", body });

test("a standard item that the rating has already is changed", async () => {
  const ratingId = await addRating(system);
  const first = await add({
    ratingId,
    ratingItemId: 2,
    ratingItemDescription: "Rude",
    sentiment: "negative",
  });
  const second = await add({ ratingId, ratingItemId: 2, ratingItemDescription: "Kind", score: 5 });
  expect(second.status).toBe(200);
  expect(second.body).toMatchObject({
    id: first.body.id,
    ratingItemId: 2,
    score: 5,
    message: "Rating item updated.",
    calloutRatingItemResults: { ratingItemDescription: "Kind", sentiment: null },
  });
});

test("an item of one's own is changed by the id it was answered with", async () => {
  const ratingId = await addRating(system);
  const first = await add({ ratingId, ratingItemDescription: "Left the torch on" });
  const second = await add({
    ratingId,
    ratingItemId: first.body.ratingItemId,
    ratingItemDescription: "Took it away",
  });
  expect(second.status).toBe(200);
  expect(second.body).toMatchObject({
    id: first.body.id,
    calloutRatingItemResults: { ratingItemDescription: "Took it away" },
  });
});

import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { addRating } from "../testing/add-rating.ts";

const system = useSystem();
const add = (body: unknown) => system.request({ method: "POST", path: "/panic-api/v2/rating-items", body });

test("a standard item, member by member", async () => {
  const ratingId = await addRating(system);
  const now = system.clock.now().toString({ fractionalSecondDigits: 3 });
  const { status, body } = await add({
    calloutRatingId: ratingId,
    ratingItemDescription: "There within minutes",
    ratingItemId: 1,
    sentiment: "positive",
    score: 4.5,
  });
  expect(status).toBe(201);
  const flat = { id: expect.any(Number), ratingId, ratingItemId: 1, score: 4.5 };
  expect(body).toEqual({
    ...flat,
    message: "Rating item created.",
    calloutRatingItemResults: {
      ...flat,
      ratingItem: "RESPONSE_TIME",
      ratingItemDescription: "There within minutes",
      sentiment: "positive",
      createdAt: now,
      updatedAt: now,
    },
  });
});

test("items of one's own, as many as one likes, each with an id to change it by", async () => {
  const ratingId = await addRating(system);
  const items = [];
  for (const ratingItem of ["Torch", undefined]) {
    const { status, body } = await add({ ratingId, ratingItemDescription: "Left it on", ratingItem });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ratingItemId: body.id,
      score: null,
      calloutRatingItemResults: { ratingItem: ratingItem ?? null, sentiment: null },
    });
    items.push(body.id);
  }
  expect(new Set(items).size).toBe(2);
});

import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { addRating } from "../testing/add-rating.ts";

const system = useSystem();
const add = (body: unknown) => system.request({ method: "POST", path: "/panic-api/v2/rating-items", body });

test("no such rating, another tenant's, an item of another rating", async () => {
  const [ours, another] = [await addRating(system), await addRating(system)];
  const theirs = await addRating(system, system.otherPartner);
  const { body } = await add({ ratingId: another, ratingItemDescription: "x" });
  for (const ids of [
    { ratingId: ours + 1000 },
    { ratingId: theirs },
    { ratingId: ours, ratingItemId: body.id },
  ]) {
    const answer = await add({ ratingItemDescription: "x", ...ids });
    expect(answer.status).toBe(404);
  }
});

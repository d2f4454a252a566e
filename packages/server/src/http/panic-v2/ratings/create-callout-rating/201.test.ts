import { addResponder, bringTo, raiseCallout, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();
const rate = (body: unknown, headers = {}) =>
  system.request({ method: "POST", path: "/panic-api/v2/ratings", body, headers });

test.each(["completed", "closed"] as const)("a %s callout, as in the published example", async (step) => {
  const callout = await raiseCallout(system);
  await bringTo(system, callout, step, await addResponder(system));
  const { status, body } = await rate({ calloutId: callout.id, rating: 4 });
  const now = system.clock.now().toString({ fractionalSecondDigits: 3 });
  expect(status).toBe(201);
  const flat = { id: expect.any(Number), calloutId: callout.id, rating: 4 };
  expect(body).toEqual({
    ...flat,
    message: "Rating created.",
    calloutRatingPostResult: {
      ...flat,
      additionalDetails: null,
      customerAllowedToBeContacted: null,
      createdAt: now,
      updatedAt: now,
    },
  });
  expect(body.calloutRatingPostResult.id).toBe(body.id);
});

test.each([
  [{ additionalDetails: "Quick" }, "Quick"],
  [{ comment: "Friendly" }, "Friendly"],
  [{ additionalDetails: "Newer", comment: "Older" }, "Newer"],
  [{ additionalDetails: "", comment: "Older" }, "Older"],
])("the words in %j", async (words, expected) => {
  const callout = await raiseCallout(system);
  await bringTo(system, callout, "completed", await addResponder(system));
  const { body } = await rate({
    calloutId: callout.id,
    rating: 5,
    customerAllowedToBeContacted: false,
    ...words,
  });
  expect(body.calloutRatingPostResult).toMatchObject({
    additionalDetails: expected,
    customerAllowedToBeContacted: false,
  });
});

test("of many at the same instant one is the first, and there is one rating", async () => {
  const callout = await raiseCallout(system);
  await bringTo(system, callout, "completed", await addResponder(system));
  const answers = await Promise.all([1, 2, 3, 4, 5].map((rating) => rate({ calloutId: callout.id, rating })));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 200, 201]);
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
});

import { addResponder, bringTo, raiseCallout, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();
const rate = (body: unknown) => system.request({ method: "POST", path: "/panic-api/v2/ratings", body });

test("a second rating takes the place of the first, all of it", async () => {
  const callout = await raiseCallout(system);
  await bringTo(system, callout, "completed", await addResponder(system));
  const first = await rate({
    calloutId: callout.id,
    rating: 2,
    comment: "Slow",
    customerAllowedToBeContacted: true,
  });
  system.clock.advance({ minutes: 5 });
  const second = await rate({ calloutId: callout.id, rating: 5 });
  expect(second.status).toBe(200);
  expect(second.body).toMatchObject({
    id: first.body.id,
    rating: 5,
    message: "Rating replaced.",
    calloutRatingPostResult: {
      additionalDetails: null,
      customerAllowedToBeContacted: null,
      createdAt: first.body.calloutRatingPostResult.createdAt,
      updatedAt: system.clock.now().toString({ fractionalSecondDigits: 3 }),
    },
  });
});

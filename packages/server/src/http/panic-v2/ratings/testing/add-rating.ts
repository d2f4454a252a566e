import { addResponder, bringTo, raiseCallout, type TestPartner, type TestSystem } from "@tocsin/testkit";

/** Rates a callout of the partner; the id of the rating. */
export async function addRating(system: TestSystem, partner: TestPartner = system.partner): Promise<number> {
  const callout = await raiseCallout(system, { partner });
  await bringTo(system, callout, "closed", await addResponder(system));
  const { body } = await system.request({
    method: "POST",
    path: "/panic-api/v2/ratings",
    token: await system.token(partner),
    body: { calloutId: callout.id, rating: 4 },
  });
  return body.id as number;
}

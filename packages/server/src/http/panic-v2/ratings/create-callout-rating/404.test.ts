import { addResponder, bringTo, raiseCallout, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();
const rate = (calloutId: number) =>
  system.request({ method: "POST", path: "/panic-api/v2/ratings", body: { calloutId, rating: 1 } });

test("another tenant's callout is as absent as one that never was", async () => {
  const theirs = await raiseCallout(system, { partner: system.otherPartner });
  await bringTo(system, theirs, "closed", await addResponder(system));
  expect((await rate(theirs.id)).status).toBe(404);
  expect((await rate(theirs.id + 1000)).status).toBe(404);
});

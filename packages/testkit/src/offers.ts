import { addResponders, type TestResponder } from "./responders.ts";
import { happen, nextId, raiseCallout, type TestCallout } from "./stories.ts";
import type { TestSystem } from "./system.ts";

export interface OfferedResponder extends TestResponder {
  readonly offerId: number;
}

export interface Offered {
  readonly callout: TestCallout;
  readonly asked: readonly [OfferedResponder, ...OfferedResponder[]];
}

/** A fresh callout that has just been offered to so many fresh responders at once, three at most. */
export async function offerTo(system: TestSystem, count: 1 | 2 | 3 = 1): Promise<Offered> {
  const callout = await raiseCallout(system);
  // the ladder asks several at once only after three offers have ended
  const text = "update callout set ended_offers = 3 where id = $1";
  await system.context.db.query({ text, values: [callout.id] });
  const asked: OfferedResponder[] = [];
  for (const responder of await addResponders(system, count)) {
    asked.push({ ...responder, offerId: await nextId(system, "offer_id") });
  }
  await happen(system, callout, {
    type: "dispatchLooked",
    candidates: asked.map(({ responderId }) => ({
      responderId,
      etaSeconds: 240,
      distanceMetres: 1800,
      reservable: true,
    })),
    offerIds: asked.map(({ offerId }) => offerId),
  });
  const [first, ...others] = asked;
  if (!first) throw new Error("Nobody was asked");
  return { callout, asked: [first, ...others] };
}

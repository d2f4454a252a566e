import { distanceMetres, estimateEtaSeconds } from "@tocsin/domain";
import { addPlaces, raiseCommand, useSystem } from "@tocsin/testkit";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { setPolicy } from "../partners/index.ts";
import { explainCallout } from "./explain/explain-callout.ts";
import { addFleet, addSupplier, type Recruit } from "./testing/add-fleet.ts";
import { offersOf, timelineOf } from "./testing/look-up.ts";

const system = useSystem();
const place = { latitude: -26.1, longitude: 28.05 };
const freshSeconds = 120;
let suppliers: readonly number[] = [];

beforeAll(async () => {
  suppliers = await Promise.all([addSupplier(system), addSupplier(system)]);
});

/** A coarse lattice, so that some stand at the very same distance, some at the very same spot, and some across town. */
const coordinate = (around: number) =>
  fc.integer({ min: -40, max: 40 }).map((steps) => around + steps * 0.005);

const recruits = fc.array(
  fc.record({
    supplierId: fc.nat(1),
    position: fc.option(
      fc.record({ latitude: coordinate(place.latitude), longitude: coordinate(place.longitude) }),
      { freq: 8 },
    ),
    positionAgeSeconds: fc.oneof(
      { weight: 4, arbitrary: fc.nat(freshSeconds) },
      fc.integer({ min: 121, max: 900 }),
    ),
    onDuty: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.constant(false)),
    shiftSecondsLeft: fc.option(fc.integer({ min: -60, max: 3600 })),
    responseTypes: fc.subarray([1, 2, 3], { minLength: 1 }),
  }),
  { minLength: 5, maxLength: 60 },
);

/** Whom callouts at the place would be offered to, one after the other, were nobody too far: by the letter, without any index. */
function oracle(
  fleet: readonly (Recruit & { readonly id: number })[],
  responseTypeId: number,
): { readonly id: number; readonly etaSeconds: number }[] {
  const fit = fleet.flatMap(({ id, ...each }) => {
    const { position, positionAgeSeconds = 0, onDuty, shiftSecondsLeft = null, responseTypes = [] } = each;
    const isFit =
      onDuty &&
      (shiftSecondsLeft === null || shiftSecondsLeft > 0) &&
      responseTypes.includes(responseTypeId) &&
      positionAgeSeconds <= freshSeconds;
    return isFit && position ? [{ id, metres: distanceMetres(position, place) }] : [];
  });
  const eta = (metres: number): number => estimateEtaSeconds(metres, responseTypeId);
  return fit
    .toSorted((a, b) => eta(a.metres) - eta(b.metres) || a.metres - b.metres || a.id - b.id)
    .map(({ id, metres }) => ({ id, etaSeconds: eta(metres) }));
}

/** From the next street to the next town. */
const reaches = fc.constantFrom(60, 600, 1500, 7200);

let runs = 0;

test("whoever is asked is whom brute force finds, over random fleets, one callout after the other; ranked again it is the same", async () => {
  await fc.assert(
    fc.asyncProperty(
      recruits,
      fc.constantFrom(1, 2, 3),
      reaches,
      async (wanted, responseTypeId, reachSeconds) => {
        const { db, fleet, partners } = system.context;
        await setPolicy(system.context, system.partner.clientId, "timing", JSON.stringify({ reachSeconds }));
        partners.forget(system.partner.customerSourceId);
        await db.query({
          text: "truncate callout, callout_event, deadline, outbox, offer, engagement, decision",
        });
        await db.query({ text: "update responder set on_duty = false" });
        await fleet.refresh([...fleet.entries()].map(({ responder }) => responder.id));
        const drawn = wanted.map((each) => ({ ...each, supplierId: suppliers[each.supplierId] ?? 0 }));
        const ids = await addFleet(system, drawn);
        const able = oracle(
          drawn.map((each, index) => ({ ...each, id: ids[index] ?? Number.NaN })),
          responseTypeId,
        );
        const expected = able.filter(({ etaSeconds }) => etaSeconds <= reachSeconds).map(({ id }) => id);
        const asked: number[] = [];
        let last = 0;
        const references = await addPlaces(system, Math.min(expected.length + 1, 30), `oracle-${++runs}`);
        for (const reference of references) {
          const outcome = await system.context.raises.raise(
            raiseCommand(system, reference, { responseTypeId }),
          );
          await system.drain();
          if (outcome.kind === "raised") last = outcome.callout.id;
          asked.push(...(await offersOf(system)).slice(asked.length).map(({ responderId }) => responderId));
        }
        expect(asked).toEqual(expected.slice(0, references.length));
        // the last callout is one too many for whoever is near enough; if there are others, the control room knows
        const isTold = expected.length < references.length && expected.length < able.length;
        expect((await timelineOf(system, last)).includes("unattendedAlarm")).toBe(isTold);
        for (const { calloutId } of await offersOf(system)) {
          const [explanation] = await explainCallout(db, calloutId);
          expect(explanation?.decisions).toMatchObject([{ replay: { kind: "same" } }]);
        }
      },
    ),
    { numRuns: 12 },
  );
}, 120_000);

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distanceMetres } from "../geo/distance.ts";
import { estimateEtaSeconds } from "../geo/eta.ts";
import { assess, type FleetMember, isTooFarAlone, type RankingQuery, rank, unfitReasons } from "./ranking.ts";

const now = Temporal.Instant.from("2026-01-01T12:00:00Z");

const places = fc.record({
  latitude: fc.double({ min: -34.2, max: -33.8, noNaN: true }),
  longitude: fc.double({ min: 18.3, max: 18.7, noNaN: true }),
});

const positions = fc.tuple(places, fc.integer({ min: -30, max: 240 })).map(([place, age]) => {
  return { ...place, at: now.subtract({ seconds: age }) };
});

const mostly = fc.integer({ min: 0, max: 4 }).map((chance) => chance > 0);

const members: fc.Arbitrary<FleetMember> = fc.record({
  responderId: fc.nat(1000),
  supplierId: fc.integer({ min: 1, max: 3 }),
  responseTypes: fc.subarray([1, 2, 3, 4], { minLength: 1 }),
  onDuty: mostly,
  hasLiveOffer: mostly.map((is) => !is),
  hasActiveAssignment: mostly.map((is) => !is),
  position: fc.option(positions, { freq: 8 }),
});

const fleets = fc.uniqueArray(members, {
  selector: ({ responderId }) => responderId,
  maxLength: 40,
  size: "max",
});

const queries: fc.Arbitrary<RankingQuery> = fc.record({
  place: fc.option(places, { freq: 10 }),
  responseTypeId: fc.integer({ min: 1, max: 4 }),
  internalTest: fc.boolean(),
  testSupplierId: fc.option(fc.integer({ min: 1, max: 3 })),
  coveringSuppliers: fc.option(fc.subarray([1, 2, 3]).map((ids) => new Set(ids))),
  now: fc.constant(now),
  freshPositionSeconds: fc.constant(120),
  reachSeconds: fc.integer({ min: 1, max: 6000 }),
});

/** The oracle: the rule as the contract says it, one responder at a time. */
function isFit(member: FleetMember, query: RankingQuery): boolean {
  const { position, supplierId } = member;
  if (!query.place || !position || now.since(position.at).total("seconds") > 120) return false;
  const eta = estimateEtaSeconds(distanceMetres(position, query.place), query.responseTypeId);
  if (eta > (query.reachSeconds ?? Infinity)) return false;
  const isSupplied = query.internalTest
    ? query.testSupplierId !== null && supplierId === query.testSupplierId
    : query.coveringSuppliers === null || query.coveringSuppliers.has(supplierId);
  const isFree = member.onDuty && !member.hasLiveOffer && !member.hasActiveAssignment;
  return isSupplied && isFree && member.responseTypes.includes(query.responseTypeId);
}

describe("rank", () => {
  test("finds fit exactly those whom the rule finds fit, and says of each other one why not", () => {
    fc.assert(
      fc.property(fleets, queries, (fleet, query) => {
        const ranked = rank(fleet, query);
        const fit = ranked.filter(({ unfit }) => unfit.length === 0).map(({ responderId }) => responderId);
        const expected = fleet.filter((member) => isFit(member, query)).map(({ responderId }) => responderId);
        expect(new Set(fit)).toEqual(new Set(expected));
        expect(ranked.map(({ responderId }) => responderId).toSorted()).toEqual(
          fleet.map(({ responderId }) => responderId).toSorted(),
        );
      }),
      { numRuns: 300 },
    );
  });

  test("puts the one first whom no other fit one beats by ETA, then distance, then id", () => {
    fc.assert(
      fc.property(fleets, queries, (fleet, query) => {
        const fit = rank(fleet, query).filter(({ unfit }) => unfit.length === 0);
        const keys = fit.map(({ etaSeconds, distanceMetres: metres, responderId }) => [
          etaSeconds ?? 0,
          metres ?? 0,
          responderId,
        ]);
        const sorted = keys.toSorted(
          ([e1 = 0, d1 = 0, i1 = 0], [e2 = 0, d2 = 0, i2 = 0]) => e1 - e2 || d1 - d2 || i1 - i2,
        );
        expect(keys).toEqual(sorted);
      }),
      { numRuns: 300 },
    );
  });

  test("does not depend on the order of the fleet", () => {
    fc.assert(
      fc.property(fleets, queries, (fleet, query) => {
        expect(rank(fleet.toReversed(), query)).toEqual(rank(fleet, query));
      }),
    );
  });

  test("believes a router over the crow's flight", () => {
    const query: RankingQuery = { ...anyQuery, routedEtaSeconds: (id) => (id === 2 ? 10 : undefined) };
    const near = { ...fitMember, responderId: 1 };
    const far = { ...fitMember, responderId: 2, position: { latitude: -33.95, longitude: 18.5, at: now } };
    expect(rank([near, far], query).map(({ responderId }) => responderId)).toEqual([2, 1]);
  });

  test("believes a router over the crow's flight about who is too far, too", () => {
    const query: RankingQuery = {
      ...anyQuery,
      reachSeconds: 600,
      routedEtaSeconds: (id) => ({ 1: 601, 2: 600 })[id],
    };
    const near = { ...fitMember, responderId: 1 };
    const far = { ...fitMember, responderId: 2, position: { latitude: -34.3, longitude: 18.5, at: now } };
    expect(rank([near, far], query).map(({ responderId, unfit }) => [responderId, unfit])).toEqual([
      [2, []],
      [1, ["tooFar"]],
    ]);
  });
});

const anyQuery: RankingQuery = {
  place: { latitude: -33.9, longitude: 18.4 },
  responseTypeId: 1,
  internalTest: false,
  testSupplierId: null,
  coveringSuppliers: null,
  now,
  freshPositionSeconds: 120,
};

const fitMember: FleetMember = {
  responderId: 7,
  supplierId: 1,
  responseTypes: [1],
  onDuty: true,
  hasLiveOffer: false,
  hasActiveAssignment: false,
  position: { latitude: -33.91, longitude: 18.41, at: now },
};

describe("assess", () => {
  test("names every objection at once, in a fixed order", () => {
    const member = {
      ...fitMember,
      responseTypes: [2],
      onDuty: false,
      hasLiveOffer: true,
      hasActiveAssignment: true,
      position: null,
    };
    const query = { ...anyQuery, place: null, internalTest: true };
    const ofPositions = new Set(["positionStale", "tooFar"]);
    expect(assess(member, query).unfit).toEqual(unfitReasons.filter((reason) => !ofPositions.has(reason)));
  });

  test("offers an internal test to nobody when no test supplier is set", () => {
    expect(assess(fitMember, { ...anyQuery, internalTest: true }).unfit).toEqual(["supplierNotAllowed"]);
  });

  test.each([
    [120, []],
    [121, ["positionStale"]],
    [-5, []],
  ])("finds a position of %i s %j", (age, unfit) => {
    const position = { latitude: -33.91, longitude: 18.41, at: now.subtract({ seconds: age }) };
    expect(assess({ ...fitMember, position }, anyQuery).unfit).toEqual(unfit);
  });
});

describe("too far", () => {
  const etaSeconds = assess(fitMember, anyQuery).etaSeconds ?? 0;

  test.each([
    [etaSeconds, []],
    [etaSeconds - 1, ["tooFar"]],
    [undefined, []],
  ])("is who needs longer than %s s", (reachSeconds, unfit) => {
    const { reachSeconds: _, ...query } = { ...anyQuery, reachSeconds };
    expect(assess(fitMember, reachSeconds === undefined ? query : { ...query, reachSeconds }).unfit).toEqual(
      unfit,
    );
  });

  test("alone is what somebody would be sent for all the same, and with anything else is not", () => {
    const query = { ...anyQuery, reachSeconds: 1 };
    expect(isTooFarAlone(assess(fitMember, query))).toBe(true);
    expect(isTooFarAlone(assess({ ...fitMember, onDuty: false }, query))).toBe(false);
    expect(isTooFarAlone(assess(fitMember, anyQuery))).toBe(false);
  });
});

describe("distance and ETA", () => {
  test("know the way from Cape Town to Johannesburg: 1,262 km", () => {
    const metres = distanceMetres(
      { latitude: -33.9249, longitude: 18.4241 },
      { latitude: -26.2041, longitude: 28.0473 },
    );
    expect(metres / 1000).toBeCloseTo(1262, -1);
  });

  test("are the same both ways, and across the antimeridian as short as it is", () => {
    const west = { latitude: 0, longitude: 179.9 };
    const east = { latitude: 0, longitude: -179.9 };
    expect(distanceMetres(west, east)).toBeCloseTo(distanceMetres(east, west), 6);
    expect(distanceMetres(west, east)).toBeLessThan(22_300);
    expect(distanceMetres({ latitude: 90, longitude: 0 }, { latitude: -90, longitude: 77 })).toBeLessThan(
      20_015_200,
    );
  });

  test("take a medic 1 km away 101 s: 1.4 km of road at 50 km/h", () => {
    expect(estimateEtaSeconds(1000, 2)).toBe(101);
    expect(estimateEtaSeconds(0, 1)).toBe(0);
  });
});

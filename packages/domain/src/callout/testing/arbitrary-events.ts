import fc from "fast-check";
import { unfitReasons } from "../../dispatch/ranking.ts";
import type { CalloutEvent, CalloutEventType, RaiseRequest } from "../events.ts";
import { closedOutcomes, type Position } from "../state.ts";
import { controller, customer, day, integrator, night, responder } from "./people.ts";
import type { World } from "./world.ts";

/** What happens next, once it is known where. */
export type Happening = (world: World) => CalloutEvent;

const responderIds = [1, 2, 3, 4] as const;

const positions: fc.Arbitrary<Position> = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  accuracy: fc.option(fc.nat(1000)),
});

export const requests: fc.Arbitrary<RaiseRequest> = fc.record({
  responseTypeId: fc.integer({ min: 1, max: 4 }),
  classificationId: fc.integer({ min: 1, max: 3 }),
  internalTest: fc.boolean(),
  installerIdentifier: fc.option(fc.string()),
  externalReferenceId: fc.option(fc.string({ minLength: 1 })),
  position: fc.option(positions),
});

const someone = fc.constantFrom(...responderIds);
const partners = fc.constantFrom(integrator, customer);
const anybody = fc.constantFrom(integrator, customer, controller);
const operators = fc.constantFrom(night, day);
const texts = fc.string({ maxLength: 5 });
/** Which of the existing rows is meant; past them, one that does not exist. */
const picks = fc.oneof({ arbitrary: fc.constant(0), weight: 3 }, { arbitrary: fc.nat(8), weight: 1 });

function pickId(ids: Iterable<number>, pick: number): number {
  return [...ids].at(-1 - pick) ?? 0;
}

/** One arbitrary for each type of event, so that none can be left out. */
export const happenings: {
  readonly [Type in CalloutEventType]: fc.Arbitrary<(world: World) => CalloutEvent<Type>>;
} = {
  raised: fc.record({ request: requests, by: partners }).map((rest) => () => ({ type: "raised", ...rest })),
  raisedAgain: fc
    .record({ request: requests, by: partners })
    .map((rest) => () => ({ type: "raisedAgain", ...rest })),
  superseded: fc.constant(() => ({ type: "superseded" })),
  dispatchLooked: fc
    .tuple(
      fc.shuffledSubarray([...responderIds]),
      fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
      fc.nat(3),
      fc.option(someone, { nil: undefined }),
    )
    .map(([fit, reservable, ids, tooFar]) => (world) => ({
      type: "dispatchLooked",
      ...(tooFar && { tooFar: { responderId: tooFar, etaSeconds: 9000, distanceMetres: 80_000 } }),
      candidates: fit.map((responderId, index) => {
        return {
          responderId,
          etaSeconds: index,
          distanceMetres: index,
          reservable: reservable[index] ?? true,
        };
      }),
      offerIds: Array.from({ length: ids }, () => world.nextId()),
    })),
  offerAccepted: fc.tuple(picks, someone, fc.option(fc.nat())).map(([pick, id, etaSeconds]) => (world) => {
    const by = responder(id);
    return {
      type: "offerAccepted",
      offerId: pickId(world.offers.keys(), pick),
      assignmentId: world.nextId(),
      etaSeconds,
      by,
    };
  }),
  offerDeclined: fc.tuple(picks, someone, fc.option(texts)).map(([pick, id, reason]) => (world) => {
    return { type: "offerDeclined", offerId: pickId(world.offers.keys(), pick), reason, by: responder(id) };
  }),
  dispatchedByHand: fc
    .record({
      responderId: someone,
      etaSeconds: fc.option(fc.nat()),
      instruction: fc.option(texts),
      additional: fc.boolean(),
      unfit: fc.subarray([...unfitReasons], { maxLength: 1 }),
      overrideReason: fc.option(texts),
      by: fc.constant(controller),
    })
    .map((rest) => (world) => ({ type: "dispatchedByHand", assignmentId: world.nextId(), ...rest })),
  arrived: fc.tuple(picks, someone, fc.option(positions)).map(([pick, id, position]) => (world) => {
    return {
      type: "arrived",
      assignmentId: pickId(world.assignments.keys(), pick),
      position,
      by: responder(id),
    };
  }),
  completed: fc.tuple(fc.option(picks), fc.boolean()).map(([pick, isResponder]) => (world) => {
    const assignmentId = pick === null ? null : pickId(world.assignments.keys(), pick);
    return {
      type: "completed",
      assignmentId,
      outcome: null,
      notes: null,
      by: isResponder ? responder(1) : controller,
    };
  }),
  aborted: fc.tuple(picks, someone, texts).map(([pick, id, reason]) => (world) => {
    return {
      type: "aborted",
      assignmentId: pickId(world.assignments.keys(), pick),
      reason,
      by: responder(id),
    };
  }),
  stoodDown: fc
    .record({ responderId: fc.option(someone), reason: texts, by: fc.constant(controller) })
    .map((rest) => () => ({ type: "stoodDown", ...rest })),
  moved: fc.record({ position: positions, by: partners }).map((rest) => () => ({ type: "moved", ...rest })),
  commented: fc
    .record({ message: texts, source: fc.option(texts), by: anybody })
    .map((rest) => () => ({ type: "commented", ...rest })),
  owned: fc
    .record({ owner: operators, force: fc.boolean() })
    .map((rest) => () => ({ type: "owned", ...rest })),
  released: fc
    .record({ operator: operators, force: fc.boolean() })
    .map((rest) => () => ({ type: "released", ...rest })),
  verified: fc
    .record({ classificationId: fc.integer({ min: 1, max: 3 }), by: fc.constant(controller) })
    .map((rest) => () => ({ type: "verified", ...rest })),
  duressCleared: fc
    .record({ reason: texts, by: fc.constant(controller) })
    .map((rest) => () => ({ type: "duressCleared", ...rest })),
  cancelled: fc
    .record({ kind: fc.constantFrom("plain", "verified", "duress"), reason: fc.option(texts), by: anybody })
    .map((rest) => () => ({ type: "cancelled", ...rest })),
  dismissed: fc.record({ by: fc.constant(integrator) }).map((rest) => () => ({ type: "dismissed", ...rest })),
  closed: fc
    .record({
      outcome: fc.constantFrom(...closedOutcomes),
      notes: fc.option(texts),
      by: fc.constant(controller),
    })
    .map((rest) => () => ({ type: "closed", ...rest })),
  progressLooked: fc
    .array(
      fc.record({
        positionAgeSeconds: fc.option(fc.nat(200)),
        approachMetres: fc.option(fc.integer({ min: -500, max: 500 })),
      }),
      {
        minLength: 4,
        maxLength: 4,
      },
    )
    .map((facts) => () => ({
      type: "progressLooked",
      responders: responderIds.flatMap((responderId, index) => {
        const fact = facts[index];
        return fact ? [{ responderId, ...fact }] : [];
      }),
    })),
  deadlineDue: fc
    .constantFrom("offerExpiry", "unattended", "onScene", "autoClose")
    .map((kind) => () => ({ type: "deadlineDue", kind })),
};

export const eventTypes = Object.keys(happenings) as CalloutEventType[];

/** What ends a callout comes seldom: else few would live to be completed. */
const weights: Readonly<Partial<Record<CalloutEventType, number>>> = {
  dispatchLooked: 12,
  offerAccepted: 12,
  arrived: 12,
  completed: 12,
  deadlineDue: 12,
  cancelled: 1,
  dismissed: 1,
  closed: 1,
};

/** Anything at all. */
export const anything: fc.Arbitrary<Happening> = fc.oneof(
  ...eventTypes.map((type) => ({
    arbitrary: happenings[type] as fc.Arbitrary<Happening>,
    weight: weights[type] ?? 4,
  })),
);

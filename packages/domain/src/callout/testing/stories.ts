import type { Accepted } from "../decision.ts";
import type { CalloutEvent } from "../events.ts";
import type { Assignment, Offer } from "../state.ts";
import { candidates, controller, raised, responder } from "./people.ts";
import { World } from "./world.ts";

/** A callout just raised. */
export function raiseOne(event: CalloutEvent = raised): World {
  const world = new World();
  done(world, event);
  return world;
}

/** Lets an event happen that must not be refused. */
export function done(world: World, event: CalloutEvent): Accepted {
  const decision = world.apply(event);
  if (!decision.ok)
    throw new Error(`${event.type} was refused in phase ${decision.phase}: ${decision.reason}`);
  return decision;
}

/** Dispatching looks and finds these, best first. */
export function look(world: World, ...responderIds: readonly number[]): Accepted {
  const offerIds = [1, 2, 3].map(() => world.nextId());
  return done(world, { type: "dispatchLooked", candidates: candidates(...responderIds), offerIds });
}

/** A look that finds nobody but one who is too far. */
export function lookFar(world: World, responderId: number): Accepted {
  const tooFar = { responderId, etaSeconds: 9000, distanceMetres: 80_000 };
  return done(world, { type: "dispatchLooked", candidates: [], offerIds: [world.nextId()], tooFar });
}

export function offerTo(world: World, responderId: number): Offer {
  const offer = world.load()?.offers.find((each) => each.responderId === responderId);
  if (!offer) throw new Error(`Responder ${responderId} was never asked`);
  return offer;
}

export function workOf(world: World, responderId: number): Assignment {
  const assignment = world.load()?.assignments.find((each) => each.responderId === responderId);
  if (!assignment) throw new Error(`Responder ${responderId} was never sent`);
  return assignment;
}

export function accepting(world: World, responderId: number): CalloutEvent {
  const { offerId } = offerTo(world, responderId);
  return {
    type: "offerAccepted",
    offerId,
    assignmentId: world.nextId(),
    etaSeconds: 90,
    by: responder(responderId),
  };
}

export function declining(world: World, responderId: number): CalloutEvent {
  return {
    type: "offerDeclined",
    offerId: offerTo(world, responderId).offerId,
    reason: null,
    by: responder(responderId),
  };
}

export function arriving(world: World, responderId: number): CalloutEvent {
  return {
    type: "arrived",
    assignmentId: workOf(world, responderId).assignmentId,
    position: null,
    by: responder(responderId),
  };
}

export function completing(world: World, responderId: number): CalloutEvent {
  const { assignmentId } = workOf(world, responderId);
  return { type: "completed", assignmentId, outcome: null, notes: null, by: responder(responderId) };
}

export function aborting(world: World, responderId: number): CalloutEvent {
  return {
    type: "aborted",
    assignmentId: workOf(world, responderId).assignmentId,
    reason: "flat tyre",
    by: responder(responderId),
  };
}

export function sending(
  world: World,
  responderId: number,
): Extract<CalloutEvent, { type: "dispatchedByHand" }> {
  return {
    type: "dispatchedByHand",
    assignmentId: world.nextId(),
    responderId,
    etaSeconds: null,
    instruction: null,
    additional: false,
    unfit: [],
    overrideReason: null,
    by: controller,
  };
}

/** Responder 1 was asked and is on the way. */
export function oneOnTheWay(raising?: CalloutEvent): World {
  const world = raiseOne(raising);
  look(world, 1, 2, 3, 4);
  done(world, accepting(world, 1));
  return world;
}

export function oneOnScene(): World {
  const world = oneOnTheWay();
  done(world, arriving(world, 1));
  return world;
}

export function oneDone(): World {
  const world = oneOnScene();
  done(world, completing(world, 1));
  return world;
}

/** Seconds until the deadline of this kind; undefined when none runs. */
export function secondsUntil(
  world: World,
  kind: Parameters<World["deadlines"]["get"]>[0],
): number | undefined {
  return world.deadlines.get(kind)?.since(world.now).total("seconds");
}

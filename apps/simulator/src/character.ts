import type { Point } from "@tocsin/domain";
import type { ResponderAssignment, ResponderOffer, ResponderState } from "@tocsin/wire";
import { between } from "./chance.ts";
import { durationOf, isOver, near, type Trip, whereOn } from "./trip.ts";
import type { Act, Chance } from "./types.ts";

const secondsToThink = [1, 4] as const;
const declines = 0.05;
const ignores = 0.02;
/** Nobody drives to the other end of the country. */
const farthestMetres = 150_000;
const secondsOnScene = 30;
const secondsBetweenReports = { atWork: 2, free: 4 } as const;
const patrolRadiusMetres = 800;
const secondsPerPatrol = 60;

/** One responder as somebody would be: knows only what its app shows, and where it drives. */
export interface Character {
  /** What to do, given what the app shows now. */
  next(state: ResponderState, now: number): Act[];
}

interface Answer {
  readonly offerId: number;
  readonly kind: "accept" | "decline" | "ignore";
  readonly at: number;
}

/** @param speed 1: as people live; 2: twice as fast */
export function createCharacter(home: Point, chance: Chance, speed: number): Character {
  let trip: Trip | null = null;
  let answer: Answer | null = null;
  let reportedAt = Number.NEGATIVE_INFINITY;

  const fast = (milliseconds: number): number => milliseconds / speed;

  function head(from: Point, to: Point, duration: number, now: number): Trip {
    return { from, to, startedAt: now, duration: fast(duration) };
  }

  function decide(offer: ResponderOffer, now: number): Answer {
    const kinds = chance();
    const kind =
      offer.distanceMetres > farthestMetres || kinds < declines
        ? "decline"
        : kinds < declines + ignores
          ? "ignore"
          : "accept";
    return { offerId: offer.id, kind, at: now + fast(between(chance, ...secondsToThink) * 1000) };
  }

  function consider(offer: ResponderOffer, now: number): Act[] {
    if (offer.callout.advanced) return [];
    if (answer?.offerId !== offer.id) answer = decide(offer, now);
    if (answer.kind === "ignore" || now < answer.at) return [];
    return [{ kind: answer.kind, offerId: offer.id }];
  }

  function drive(assignment: ResponderAssignment, at: Point, now: number): Act[] {
    const to = assignment.position ?? at;
    if (!trip || trip.to.latitude !== to.latitude || trip.to.longitude !== to.longitude)
      trip = head(at, to, durationOf(at, to), now);
    return isOver(trip, now) ? [{ kind: "arrive", assignmentId: assignment.id }] : [];
  }

  function work(assignment: ResponderAssignment, at: Point, now: number): Act[] {
    // somebody else acts for us there: wait where we are
    if (assignment.callout.advanced) {
      trip = head(at, at, 0, now);
      return [];
    }
    if (assignment.state === "assigned") return drive(assignment, at, now);
    const since = Date.parse(assignment.arrivedAt ?? assignment.assignedAt);
    return now >= since + fast(secondsOnScene * 1000) ? [{ kind: "complete", assignmentId: assignment.id }] : [];
  }

  function patrol(at: Point, now: number): void {
    if (trip && !isOver(trip, now)) return;
    const to = near(home, patrolRadiusMetres, chance);
    trip = head(at, to, secondsPerPatrol * 1000, now);
  }

  function report(position: Point, now: number, seconds: number): Act[] {
    if (now - reportedAt < fast(seconds * 1000)) return [];
    reportedAt = now;
    return [{ kind: "report", position }];
  }

  return {
    next({ responder, offer, assignment }, now) {
      const at = trip ? whereOn(trip, now) : (responder.position ?? home);
      const duty: Act[] = responder.onDuty ? [] : [{ kind: "goOnDuty" }];
      if (assignment)
        return [...duty, ...report(at, now, secondsBetweenReports.atWork), ...work(assignment, at, now)];
      patrol(at, now);
      const considered = offer ? consider(offer, now) : [];
      return [...duty, ...report(at, now, secondsBetweenReports.free), ...considered];
    },
  };
}

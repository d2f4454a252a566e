import type { Point } from "@tocsin/domain";
import type { ResponderAssignment, ResponderState } from "@tocsin/wire";
import { createAnswering } from "./answer-offers.ts";
import { createMovement } from "./movement.ts";
import type { Act, Chance } from "./types.ts";

const secondsOnScene = 30;
const secondsBetweenReports = { atWork: 2, free: 4 } as const;

/** One responder as somebody would be: knows only what its app shows, and where it drives. */
export interface Character {
  /** What to do, given what the app shows now. */
  next(state: ResponderState, now: number): Act[];
}

/** @param speed 1: as people live; 2: twice as fast */
export function createCharacter(home: Point, chance: Chance, speed: number): Character {
  const movement = createMovement(home, chance, speed);
  const consider = createAnswering(chance, speed);
  let reportedAt = Number.NEGATIVE_INFINITY;

  function report(position: Point, now: number, seconds: number): Act[] {
    if (now - reportedAt < (seconds * 1000) / speed) return [];
    reportedAt = now;
    const { latitude, longitude } = position;
    return [{ kind: "report", position: { latitude, longitude } }];
  }

  function work(
    { id, state, position, callout, ...times }: ResponderAssignment,
    at: Point,
    now: number,
  ): Act[] {
    // somebody else acts for us there: wait where we are
    if (callout.advanced) {
      movement.wait(at, now);
      return [];
    }
    if (state === "assigned")
      return movement.driveTo(position ?? at, at, now) ? [{ kind: "arrive", assignmentId: id }] : [];
    const doneAt = Date.parse(times.arrivedAt ?? times.assignedAt) + (secondsOnScene * 1000) / speed;
    return now >= doneAt ? [{ kind: "complete", assignmentId: id }] : [];
  }

  return {
    next({ responder, offer, assignment }, now) {
      const at = movement.at(now) ?? responder.position ?? home;
      const duty: Act[] = responder.onDuty ? [] : [{ kind: "goOnDuty" }];
      if (assignment)
        return [...duty, ...report(at, now, secondsBetweenReports.atWork), ...work(assignment, at, now)];
      movement.patrol(at, now);
      const answered = offer ? consider(offer, now) : [];
      return [...duty, ...report(at, now, secondsBetweenReports.free), ...answered];
    },
  };
}

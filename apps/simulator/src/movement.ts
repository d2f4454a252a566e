import type { Point } from "@tocsin/domain";
import { durationOf, isOver, near, type Trip, whereOn } from "./trip.ts";
import type { Chance } from "./types.ts";

const patrolRadiusMetres = 800;
const secondsPerPatrol = 60;

/** Where one person is and goes. */
export interface Movement {
  /** Null before the first move. */
  at(now: number): Point | null;
  /** Drives on to a place, or turns to it. @returns whether they are there */
  driveTo(to: Point, from: Point, now: number): boolean;
  /** Drives around home, from wherever they are. */
  patrol(from: Point, now: number): void;
  wait(at: Point, now: number): void;
}

export function createMovement(home: Point, chance: Chance, speed: number): Movement {
  let trip: Trip | null = null;

  function head(from: Point, to: Point, duration: number, now: number): Trip {
    trip = { from, to, startedAt: now, duration: duration / speed };
    return trip;
  }

  return {
    at: (now) => trip && whereOn(trip, now),
    driveTo(to, from, now) {
      const isOnTheWay = trip?.to.latitude === to.latitude && trip.to.longitude === to.longitude;
      return isOver(trip && isOnTheWay ? trip : head(from, to, durationOf(from, to), now), now);
    },
    patrol(from, now) {
      if (!trip || isOver(trip, now))
        head(from, near(home, patrolRadiusMetres, chance), secondsPerPatrol * 1000, now);
    },
    wait(at, now) {
      head(at, at, 0, now);
    },
  };
}

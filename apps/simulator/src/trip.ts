import { distanceMetres, type Point } from "@tocsin/domain";

/** A drive along a straight line, at an even pace. Times in milliseconds. */
export interface Trip {
  readonly from: Point;
  readonly to: Point;
  readonly startedAt: number;
  readonly duration: number;
}

export function whereOn({ from, to, startedAt, duration }: Trip, now: number): Point {
  const share = duration > 0 ? Math.min(1, Math.max(0, (now - startedAt) / duration)) : 1;
  if (share === 1) return to;
  return {
    latitude: from.latitude + (to.latitude - from.latitude) * share,
    longitude: from.longitude + (to.longitude - from.longitude) * share,
  };
}

export function isOver({ startedAt, duration }: Trip, now: number): boolean {
  return now >= startedAt + duration;
}

/** A demonstration is watched: a drive of any length is seen, and is over within a minute. */
const shortestMilliseconds = 10_000;
const longestMilliseconds = 50_000;
const metresPerSecond = 200;

export function durationOf(from: Point, to: Point): number {
  const even = (distanceMetres(from, to) / metresPerSecond) * 1000;
  return Math.min(longestMilliseconds, Math.max(shortestMilliseconds, even));
}

/** A point within a radius of the other one: as far in each direction as chance says. */
export function near(point: Point, radiusMetres: number, chance: () => number): Point {
  const metresPerDegree = 111_320;
  const offset = (): number => (chance() * 2 - 1) * (radiusMetres / metresPerDegree) * Math.SQRT1_2;
  return {
    latitude: point.latitude + offset(),
    longitude: point.longitude + offset() / Math.cos((point.latitude * Math.PI) / 180),
  };
}

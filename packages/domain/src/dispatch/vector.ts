import { type Point, radians } from "../geo/distance.ts";

/** Numbers of a {@link writeVector}. */
export const vectorLength = 3;

/**
 * Writes a point of the unit sphere into an array of many. Comparing chords costs three multiplications where a haversine
 * costs four sines, and looking at many is one run through memory.
 */
export function writeVector(vectors: Float64Array, index: number, { latitude, longitude }: Point): void {
  const phi = radians(latitude);
  const lambda = radians(longitude);
  const cosPhi = Math.cos(phi);
  const at = index * vectorLength;
  vectors[at] = cosPhi * Math.cos(lambda);
  vectors[at + 1] = cosPhi * Math.sin(lambda);
  vectors[at + 2] = Math.sin(phi);
}

/** The squared chord from the vector at an index to the first one of `to`. */
export function squaredChord(vectors: Float64Array, index: number, to: Float64Array): number {
  const at = index * vectorLength;
  const x = (vectors[at] ?? 0) - (to[0] ?? 0);
  const y = (vectors[at + 1] ?? 0) - (to[1] ?? 0);
  const z = (vectors[at + 2] ?? 0) - (to[2] ?? 0);
  return x * x + y * y + z * z;
}

/** The squared chord of an angle at the earth's centre, at most that of half the way round. */
export function squaredChordOf(angle: number): number {
  const half = Math.sin(Math.min(angle, Math.PI) / 2);
  return 4 * half * half;
}

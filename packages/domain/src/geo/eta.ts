/**
 * How long a drive takes when no router is asked: distance × circuity ÷ speed. The numbers are assumptions, good enough
 * to put responders in order (all of them share the error) and to be said with "about".
 */

/**
 * Road distance over straight-line distance. 1.4: Boscoe, Henry and Zdeb, "A Nationwide Comparison of Driving Distance
 * Versus Straight-Line Distance to Hospitals" (2012), found a mean detour of 1.417 over 66,000 places.
 */
export const circuity = 1.4;

/**
 * Mean speed from door to door in a town, in km/h, by response type; our assumption, no measurement: general traffic for
 * those without a siren, a little above it for those with one. A tenant with a router has better numbers.
 */
const speedKmhByResponseType: Readonly<Record<number, number>> = { 1: 45, 2: 50, 3: 50, 4: 40 };
const otherSpeedKmh = 40;

/** The name of this way to an ETA, beside those of routers. */
export const estimateMethod = "estimate";

/** Seconds a responder needs for `distanceMetres` as the crow flies; whole, rounded up. */
export function estimateEtaSeconds(distanceMetres: number, responseTypeId: number): number {
  const metresPerSecond = (speedKmhByResponseType[responseTypeId] ?? otherSpeedKmh) / 3.6;
  return Math.ceil((distanceMetres * circuity) / metresPerSecond);
}

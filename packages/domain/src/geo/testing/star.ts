import fc from "fast-check";
import type { Coordinates, Ring } from "../geometry.ts";

/** Coordinates are multiples of this, so that moving and halving them loses no bit. */
export const gridStep = 1 / 64;

export interface Star {
  readonly corners: readonly { readonly turn: number; readonly reach: number }[];
}

/** A ring that sees its middle from everywhere: simple, however odd it looks. */
export const star: fc.Arbitrary<Star> = fc.record({
  corners: fc.array(
    fc.record({
      turn: fc.double({ min: 0, max: 0.8, noNaN: true }),
      reach: fc.double({ min: 5, max: 40, noNaN: true }),
    }),
    { minLength: 4, maxLength: 24 },
  ),
});

export function drawStar({ corners }: Star, [x, y]: Coordinates, scale = 1): Ring {
  const ring = corners.map(({ turn, reach }, index): Coordinates => {
    const angle = (2 * Math.PI * (index + turn)) / corners.length;
    const onGrid = (value: number): number => Math.round(value / gridStep) * gridStep * scale;
    return [x + onGrid(reach * Math.cos(angle)), y + onGrid(reach * Math.sin(angle))];
  });
  return [...ring, ...ring.slice(0, 1)];
}

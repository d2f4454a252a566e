import type { Point } from "./project.ts";

/**
 * A filled or drawn outline: all a map is made of, its letters too. Both the picture and the report draw these, so
 * both show the same map, and neither needs a font when it draws.
 */
export interface Shape {
  /** SVG path data in map units. */
  readonly path: string;
  readonly fill?: string;
  readonly stroke?: string;
  readonly strokeWidth?: number;
  /** Lengths of dash and gap. */
  readonly dash?: readonly [number, number];
}

/** Corners in map units, y downwards. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function boxPath({ left, top, right, bottom }: Box): string {
  return `M${left},${top}H${right}V${bottom}H${left}Z`;
}

export function circlePath([x, y]: Point, radius: number): string {
  const arc = `a${radius},${radius} 0 1,0`;
  return `M${round(x - radius)},${round(y)}${arc} ${2 * radius},0${arc} ${-2 * radius},0Z`;
}

export function linePath(points: readonly Point[]): string {
  return points.map(([x, y], index) => `${index === 0 ? "M" : "L"}${round(x)},${round(y)}`).join("");
}

/** A hundredth of a unit is less than anybody sees, and keeps pictures equal on machines that round differently. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

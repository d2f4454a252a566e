import type { Conversion, DeviceValue } from "./device-template.ts";

/** The value that is meant by the value that was sent; undefined when the device says that it knows none. */
export function convertValue(
  sent: DeviceValue,
  { scale = 1, add = 0, none = [] }: Conversion,
): DeviceValue | undefined {
  if (none.includes(sent)) return undefined;
  if (typeof sent !== "number") return sent;
  const value = scaled(sent, scale) + add;
  return Number.isFinite(value) ? value : undefined;
}

/**
 * A scale such as 1e-7 has no exact binary form, its reciprocal has: dividing by that gives the number one would write
 * down, -26.0919 and not -26.091900000000003.
 */
function scaled(sent: number, scale: number): number {
  const divisor = Math.round(1 / scale);
  return Math.abs(scale) < 1 && 1 / divisor === scale ? sent / divisor : sent * scale;
}

import type { Database } from "@tocsin/server";
import { seeded } from "@tocsin/testkit";
import { addSupplier, type BenchSupplier } from "../ground/supplier.ts";

const fleetSize = 100_000;
/** Of all, some three in ten are in their town's middle, the others anywhere in a land of 400 by 400 km. */
const towns = 25;
const land = { south: -28, west: 26, degrees: 4 };
const townDegrees = 0.15;

/** Makes a supplier with a hundred thousand responders on duty. */
export async function addFleet(db: Database): Promise<BenchSupplier> {
  const supplier = await addSupplier(db, fleetSize);
  await db.query({ text: "analyze" });
  return supplier;
}

export interface Spot {
  readonly latitude: number;
  readonly longitude: number;
}

/** Places as responders and alarms have them; the same for a seed. */
export function spots(count: number, seed: number): Spot[] {
  const random = seeded(seed);
  const anywhere = (): Spot => ({
    latitude: land.south + random() * land.degrees,
    longitude: land.west + random() * land.degrees,
  });
  const middles = Array.from({ length: towns }, anywhere);
  const near = ({ latitude, longitude }: Spot): Spot => ({
    latitude: latitude + (random() + random() - 1) * townDegrees,
    longitude: longitude + (random() + random() - 1) * townDegrees,
  });
  return Array.from({ length: count }, () => {
    const middle = middles[Math.floor(random() * towns)];
    return middle && random() < 0.3 ? near(middle) : anywhere();
  });
}

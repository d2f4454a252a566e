import { createHash, randomBytes } from "node:crypto";
import type { Database } from "@tocsin/server";
import { seeded } from "@tocsin/testkit";

const fleetSize = 100_000;
/** Of all, some three in ten are in their town's middle, the others anywhere in a land of 400 by 400 km. */
const towns = 25;
const land = { south: -28, west: 26, degrees: 4 };
const townDegrees = 0.15;

export interface BenchFleet {
  readonly supplierId: number;
  readonly secret: string;
  readonly responderIds: readonly number[];
}

/** Makes a supplier with a hundred thousand responders on duty, straight into the database. */
export async function addFleet(db: Database): Promise<BenchFleet> {
  const secret = randomBytes(32).toString("base64url");
  const [supplier] = await db.query<{ id: number }>({
    text: `insert into supplier (name, fleet_secret_sha256, created_at, updated_at) values ('Bench', $1, now(), now()) returning id`,
    values: [createHash("sha256").update(secret).digest()],
  });
  if (!supplier) throw new Error("the supplier got no id");
  const responders = await db.query<{ id: number }>({
    text: `insert into responder (supplier_id, name, login, pin_hash, response_types, on_duty, created_at, updated_at)
      select $1, 'Bench ' || n, 'bench-' || n, '', '{1,2,3,4}', true, now(), now() from generate_series(1, $2::int) as n returning id`,
    values: [supplier.id, fleetSize],
  });
  await db.query({ text: "analyze" });
  return { supplierId: supplier.id, secret, responderIds: responders.map(({ id }) => id) };
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

import type { Database } from "@tocsin/server";

/** Hands out every place once: a second raise for one would measure folding and not raising. */
export interface Places {
  next(): string;
  /** A run of places of its own, for a driver that counts by itself. */
  reserve(count: number): { readonly first: number };
}

export const prefix = "BENCH-";

/** More would take a slow machine longer than a statement may. */
const atOnce = 100_000;

/** Registers `count` places of a tenant, straight into the database. */
export async function addPlaces(db: Database, customerSourceId: number, count: number): Promise<Places> {
  for (let first = 1; first <= count; first += atOnce) {
    const last = Math.min(first + atOnce - 1, count);
    await db.query({
      text: `insert into fixed_location (customer_source_id, external_reference_id, location_identifier, latitude, longitude, created_at, updated_at)
        select $1, $2 || n, $2 || n, '-26.1', '28.05', now(), now() from generate_series($3::int, $4::int) as n`,
      values: [customerSourceId, prefix, first, last],
    });
  }
  await db.query({ text: "analyze" });
  let used = 0;
  const take = (wanted: number): number => {
    if (used + wanted > count) throw new Error(`${count} places are not enough for these rounds`);
    const first = used + 1;
    used += wanted;
    return first;
  };
  return { next: () => `${prefix}${take(1)}`, reserve: (wanted) => ({ first: take(wanted) }) };
}

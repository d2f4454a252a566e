import type { TestPartner, TestSystem } from "./system.ts";

/** Puts live places into the database as a partner's registration would, many at once. Returns their references. */
export async function addPlaces(
  system: TestSystem,
  count: number,
  prefix = "SITE",
  partner: TestPartner = system.partner,
): Promise<string[]> {
  const references = Array.from({ length: count }, (_, index) => `${prefix}-${index + 1}`);
  await system.context.db.query({
    text: `insert into fixed_location (customer_source_id, external_reference_id, location_identifier, latitude, longitude, created_at, updated_at)
      select $1, reference, reference, '-26.1', '28.05', $3, $3 from unnest($2::text[]) as reference`,
    values: [partner.customerSourceId, references, system.clock.now().toString()],
  });
  return references;
}

import type { Coverage, PlaceCoverage } from "../coverage/index.ts";
import type { PartnerDirectory } from "../partners/index.ts";
import type { LocationDetails } from "./types.ts";

/** Who knows the areas, and which tenants are the demo's: those its supplier covers too. */
export interface AreaKnowledge {
  readonly coverage: Pick<Coverage, "at">;
  readonly partners: Pick<PartnerDirectory, "find">;
}

type Place = Pick<LocationDetails, "latitude" | "longitude">;

/** What the areas say of places of a tenant; asked for before a transaction, since the tenant may have to be read. */
export async function coverageFor(
  { coverage, partners }: AreaKnowledge,
  customerSourceId: number,
): Promise<(place: Place) => PlaceCoverage> {
  const isDemo = (await partners.find(customerSourceId))?.isDemo ?? false;
  return ({ latitude, longitude }) =>
    coverage.at({ latitude: Number(latitude), longitude: Number(longitude) }, isDemo);
}

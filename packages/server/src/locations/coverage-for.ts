import type { Point } from "@tocsin/domain";
import type { Coverage, PlaceCoverage } from "../coverage/index.ts";
import type { PartnerDirectory } from "../partners/index.ts";
import type { LocationDetails } from "./types.ts";

/** Who knows the areas, and which tenants are the demo's: those its supplier covers too. */
export interface AreaKnowledge {
  readonly coverage: Pick<Coverage, "at">;
  readonly partners: Pick<PartnerDirectory, "find">;
}

/** What the areas say of a place of the tenant. */
export type CoverageAt = (place: Point) => PlaceCoverage;

/** Asked for before a transaction, since the tenant may have to be read. */
export async function coverageFor(
  { coverage, partners }: AreaKnowledge,
  customerSourceId: number,
): Promise<CoverageAt> {
  const isDemo = (await partners.find(customerSourceId))?.isDemo ?? false;
  return (place) => coverage.at(place, isDemo);
}

/** Where a location stands, as numbers. */
export function pointOf({ latitude, longitude }: Pick<LocationDetails, "latitude" | "longitude">): Point {
  return { latitude: Number(latitude), longitude: Number(longitude) };
}

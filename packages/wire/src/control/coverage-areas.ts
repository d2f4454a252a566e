import { z } from "zod";
import { id, instant, pathId, requiredText } from "../scalars.ts";

export const coverageAreaParams = z.object({ coverageAreaId: pathId });

/** The server looks at it in its turn: a list of ten thousand positions needs no ten thousand errors. */
const givenGeometry = z
  .unknown()
  .optional()
  .describe("GeoJSON Polygon or MultiPolygon (RFC 7946), 10,000 positions at most.");

export const createCoverageAreaBody = z.object({
  supplierId: id,
  responseTypeId: id,
  name: requiredText(200),
  geometry: givenGeometry,
});

/** What is absent stays as it is. */
export const updateCoverageAreaBody = z.object({
  supplierId: id.exactOptional(),
  responseTypeId: id.exactOptional(),
  name: requiredText(200).exactOptional(),
  geometry: givenGeometry,
});

const geometry = z.object({ type: z.enum(["Polygon", "MultiPolygon"]), coordinates: z.array(z.unknown()) });

export const coverageArea = z
  .object({
    id: z.int(),
    supplierId: z.int(),
    responseTypeId: z.int(),
    name: z.string(),
    geometry,
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: "CoverageArea" });
export type WireCoverageArea = z.infer<typeof coverageArea>;

export const coverageAreaList = z.object({ coverageAreas: z.array(coverageArea) });

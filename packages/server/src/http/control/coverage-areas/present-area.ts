import type { WireCoverageArea } from "@tocsin/wire";
import type { CoverageArea } from "../../../coverage/index.ts";
import { presentInstant } from "../../panic-v2/callouts/present-instant.ts";

export function presentArea(area: CoverageArea): WireCoverageArea {
  const { id, supplierId, responseTypeId, name, geometry } = area;
  return {
    id,
    supplierId,
    responseTypeId,
    name,
    geometry: { type: geometry.type, coordinates: [...geometry.coordinates] },
    createdAt: presentInstant(area.createdAt),
    updatedAt: presentInstant(area.updatedAt),
  };
}

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Feature, MultiPolygon, Polygon } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

/** The countries of the world; 0.7 MB to read and unpack. */
export function readCountries(): readonly Feature<Polygon | MultiPolygon>[] {
  const path = createRequire(import.meta.url).resolve("world-atlas/countries-50m.json");
  const topology = JSON.parse(readFileSync(path, "utf8")) as Topology<{
    readonly countries: GeometryCollection;
  }>;
  return feature(topology, topology.objects.countries).features as Feature<Polygon | MultiPolygon>[];
}

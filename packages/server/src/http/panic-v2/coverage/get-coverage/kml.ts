import { Readable } from "node:stream";
import type { CoveredPolygon } from "../../../../coverage/index.ts";
import { decimal, xmlText } from "./xml-text.ts";

export const kmlType = "application/vnd.google-earth.kml+xml";

type Polygon = CoveredPolygon["parts"][number];

/** A KML 2.2 document (OGC 07-147r2), written area by area as fast as the client takes it. */
export function streamKml(name: string, pages: AsyncIterable<readonly CoveredPolygon[]>): Readable {
  return Readable.from(writeKml(name, pages), { objectMode: false });
}

async function* writeKml(
  name: string,
  pages: AsyncIterable<readonly CoveredPolygon[]>,
): AsyncGenerator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">\n<Document>\n`;
  yield `<name>${xmlText(name)}</name>\n`;
  for await (const page of pages) for (const polygon of page) yield placemark(polygon);
  yield "</Document>\n</kml>\n";
}

function placemark({ areaId, number, name, parts }: CoveredPolygon): string {
  const polygons = parts.map(polygonElement).join("");
  const geometry = parts.length === 1 ? polygons : `<MultiGeometry>\n${polygons}</MultiGeometry>\n`;
  return `<Placemark id="area-${areaId}-${number}">\n<name>${xmlText(name)}</name>\n${geometry}</Placemark>\n`;
}

function polygonElement([outline = [], ...holes]: Polygon): string {
  const inner = holes.map((hole) => `<innerBoundaryIs>${ringElement(hole)}</innerBoundaryIs>\n`).join("");
  return `<Polygon>\n<outerBoundaryIs>${ringElement(outline)}</outerBoundaryIs>\n${inner}</Polygon>\n`;
}

/** Longitude first, as in GeoJSON; without altitudes, so on the ground. */
function ringElement(ring: Polygon[number]): string {
  const positions = ring.map(([longitude, latitude]) => `${decimal(longitude)},${decimal(latitude)}`);
  return `<LinearRing><coordinates>${positions.join(" ")}</coordinates></LinearRing>`;
}

import type { Report } from "./types.ts";

/** In pixels: fills a screen, and prints as wide as a page. */
const mapSize = { width: 1_200, height: 800 };

/** The report as a PDF to be filed. The fonts and drawing behind it are loaded when the first one is asked for. */
export async function renderPdf(report: Report): Promise<Buffer> {
  const { reportPdf } = await import("@tocsin/documents");
  return reportPdf(report);
}

/** The report's map as a PNG: where help was wanted, and the way of everybody who went. */
export async function renderMap({ place, earlierPlaces, responders }: Report): Promise<Buffer> {
  const { mapPng } = await import("@tocsin/documents");
  const tracks = responders.map(({ name, track }) => ({ name, points: track }));
  return mapPng({ place, points: earlierPlaces, tracks, size: mapSize });
}

/** Draws documents in a thread of its own: a long one takes a second, and no raise waits for it. */
import { parentPort } from "node:worker_threads";
import { mapPng, reportPdf } from "@tocsin/documents";
import { type DrawAnswer, type Drawing, type DrawRequest, unpackReport } from "./drawing.ts";
import type { Report } from "./types.ts";

/** In pixels: fills a screen, and prints as wide as a page. */
const mapSize = { width: 1_200, height: 800 };

const draw: { readonly [Each in Drawing]: (report: Report) => Promise<Buffer> } = {
  pdf: reportPdf,
  map: ({ place, earlierPlaces, responders }) => {
    const tracks = responders.map(({ name, track }) => ({ name, points: track }));
    return mapPng({ place, points: earlierPlaces, tracks, size: mapSize });
  },
};

parentPort?.on("message", ({ id, drawing, report }: DrawRequest) => {
  draw[drawing](unpackReport(report)).then(
    (bytes) => tell({ id, bytes }),
    (error: unknown) =>
      tell({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});

function tell(answer: DrawAnswer): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(answer);
}

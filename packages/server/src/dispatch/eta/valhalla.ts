import type { Point } from "@tocsin/domain";
import { member, readColumn } from "./read-matrix.ts";
import type { RouterDialect } from "./types.ts";

/** Valhalla's matrix service: `sources_to_targets[source][target].time` in seconds (valhalla, api/matrix/api-reference). */
export const valhalla: RouterDialect = {
  request(base, from, to) {
    return new Request(`${base}/sources_to_targets`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ sources: from.map(location), targets: [location(to)], costing: "auto" }),
    });
  },
  read: (answer, count) =>
    readColumn(member(answer, "sources_to_targets"), count, (row) => member(member(row, 0), "time")),
};

function location({ latitude, longitude }: Point): { lat: number; lon: number } {
  return { lat: latitude, lon: longitude };
}

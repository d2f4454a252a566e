import { coverageParams } from "@tocsin/wire";
import { pageCoveredPolygons } from "../../../../coverage/index.ts";
import { operation } from "../../../route.ts";
import { kmlType, streamKml } from "./kml.ts";

export const getCoverage = operation({
  method: "GET",
  path: "/panic-api/v2/coverage/:responseTypeId",
  operationId: "get-coverage",
  summary: "Where help of a response type comes to, as KML",
  description:
    "KML 2.2, a placemark for each polygon of the coverage areas, named after its area. A polygon across the antimeridian is " +
    "cut there, and its placemark has the parts. No placemark at all: no area is drawn, and suppliers are asked everywhere.",
  tag: "Coverage",
  access: "server",
  params: coverageParams,
  answers: { 200: null },
  files: [kmlType],
  errors: ["not-found"],
  async handle({ context, caller, params: { responseTypeId } }) {
    const asked = { responseTypeId, withDemo: caller.partner.isDemo };
    // the pool and not `db`: it goes on being read after the handler has ended
    const pages = pageCoveredPolygons(context.db, asked);
    return {
      status: 200,
      body: streamKml(`Coverage: response type ${responseTypeId}`, pages),
      headers: { "content-type": kmlType },
    };
  },
});

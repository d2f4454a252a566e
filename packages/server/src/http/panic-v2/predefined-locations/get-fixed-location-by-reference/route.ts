import { externalReferenceParams, fixedLocation } from "@tocsin/wire";
import { notFound } from "../../../../errors.ts";
import { findLocationByReference } from "../../../../locations/index.ts";
import { operation } from "../../../route.ts";
import { presentFixedLocation } from "../present.ts";

export const getFixedLocationByReference = operation({
  method: "GET",
  path: "/panic-api/v2/predefinedLocations/externalRef/:externalReferenceId",
  operationId: "get-fixed-location-by-reference",
  summary: "Get a fixed location by your reference",
  description: "The reference is one path segment: percent-encode it, slashes too.",
  tag: "Fixed locations",
  access: "server",
  params: externalReferenceParams,
  answers: { 200: fixedLocation },
  errors: ["not-found"],
  async handle({ caller, params, db }) {
    const { externalReferenceId } = params;
    const location = await findLocationByReference(db, caller.partner.customerSourceId, externalReferenceId);
    if (!location)
      throw notFound(`Fixed location with externalReferenceId ${JSON.stringify(externalReferenceId)}`);
    return { status: 200, body: presentFixedLocation(location) };
  },
});

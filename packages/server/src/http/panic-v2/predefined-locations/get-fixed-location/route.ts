import { fixedLocation, fixedLocationParams } from "@tocsin/wire";
import { notFound } from "../../../../errors.ts";
import { findLocation } from "../../../../locations/index.ts";
import { operation } from "../../../route.ts";
import { presentFixedLocation } from "../present.ts";

export const getFixedLocation = operation({
  method: "GET",
  path: "/panic-api/v2/predefinedLocations/:id",
  operationId: "get-fixed-location",
  summary: "Get a fixed location",
  tag: "Fixed locations",
  access: "server",
  params: fixedLocationParams,
  answers: { 200: fixedLocation },
  errors: ["not-found"],
  async handle({ caller, params, db }) {
    const location = await findLocation(db, caller.partner.customerSourceId, params.id);
    if (!location) throw notFound(`Fixed location ${params.id}`);
    return { status: 200, body: presentFixedLocation(location) };
  },
});

import { fixedLocation, fixedLocationParams, updateFixedLocationRequest } from "@tocsin/wire";
import { updateLocation } from "../../../../locations/index.ts";
import { operation } from "../../../route.ts";
import { presentFixedLocation } from "../present.ts";

export const updateFixedLocation = operation({
  method: "PUT",
  path: "/panic-api/v2/predefinedLocations/:id",
  operationId: "update-fixed-location",
  summary: "Update a fixed location",
  description:
    "A full replace: externalReferenceId, locationIdentifier, latitude and longitude are required, and every other member " +
    "that is absent is cleared, duressCode too. A body with `name` and no `locationIdentifier` is the older shape: it sets " +
    "locationIdentifier, clears locationDescription, and keeps every other absent member.",
  tag: "Fixed locations",
  access: "server",
  params: fixedLocationParams,
  body: updateFixedLocationRequest,
  answers: { 200: fixedLocation },
  errors: ["not-found", "reference-taken"],
  async handle({ context, caller, params, body, db }) {
    const { customerSourceId } = caller.partner;
    const location = await updateLocation(context, db, { customerSourceId, id: params.id, changes: body });
    return { status: 200, body: presentFixedLocation(location) };
  },
});

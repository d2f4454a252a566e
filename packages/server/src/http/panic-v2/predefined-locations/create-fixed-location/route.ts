import { createFixedLocationRequest, fixedLocation } from "@tocsin/wire";
import { createLocation } from "../../../../locations/index.ts";
import { operation } from "../../../route.ts";
import { presentFixedLocation } from "../present.ts";

export const createFixedLocation = operation({
  method: "POST",
  path: "/panic-api/v2/predefinedLocations",
  operationId: "create-fixed-location",
  summary: "Create a fixed location",
  tag: "Fixed locations",
  access: "server",
  body: createFixedLocationRequest,
  answers: { 201: fixedLocation },
  errors: ["not-found", "reference-taken"],
  async handle({ context, caller, body, db }) {
    const location = await createLocation(context, db, caller.partner.customerSourceId, body);
    return { status: 201, body: presentFixedLocation(location) };
  },
});

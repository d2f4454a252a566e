import { deletedAnswer, fixedLocationParams } from "@tocsin/wire";
import { deleteLocation } from "../../../../locations/index.ts";
import { operation } from "../../../route.ts";

export const deleteFixedLocation = operation({
  method: "DELETE",
  path: "/panic-api/v2/predefinedLocations/:id",
  operationId: "delete-fixed-location",
  summary: "Delete a fixed location",
  description:
    "It vanishes from lists and its reference becomes free; callouts keep it. Refused while a callout is active there.",
  tag: "Fixed locations",
  access: "server",
  params: fixedLocationParams,
  answers: { 200: deletedAnswer },
  errors: ["not-found", "location-in-use"],
  async handle({ context, caller, params, db }) {
    await deleteLocation(context, db, { customerSourceId: caller.partner.customerSourceId, id: params.id });
    return { status: 200, body: { message: "Fixed location deleted." } };
  },
});

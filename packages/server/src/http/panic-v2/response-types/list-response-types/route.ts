import { responseTypesAnswer } from "@tocsin/wire";
import { enabledResponseTypes } from "../../../../partners/index.ts";
import { operation } from "../../../route.ts";

export const listResponseTypes = operation({
  method: "GET",
  path: "/panic-api/v2/responseTypes",
  operationId: "list-response-types",
  summary: "List response types",
  description: "Those that are switched on for you. Their ids are what a callout is raised with.",
  tag: "Reference data",
  access: "server",
  answers: { 200: responseTypesAnswer },
  errors: [],
  async handle({ caller }) {
    const responseTypes = enabledResponseTypes(caller.partner).map(({ id, value, description }) => ({
      id,
      value,
      description,
      // a response type is switched on for the tenant as a whole, for places and for people alike
      enabledLocations: { fixedLocation: true, personalSafety: true },
    }));
    return { status: 200, body: { message: "Response types found.", responseTypes } };
  },
});

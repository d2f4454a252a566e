import { coverageArea, coverageAreaParams, updateCoverageAreaBody } from "@tocsin/wire";
import { updateArea } from "../../../../coverage/index.ts";
import { asActor } from "../../../../operators/index.ts";
import { operation } from "../../../route.ts";
import { presentArea } from "../present-area.ts";

export const updateCoverageArea = operation({
  method: "PATCH",
  path: "/control/v1/coverage-areas/:coverageAreaId",
  operationId: "update-coverage-area",
  summary: "Change a coverage area",
  description: "What is absent stays as it is.",
  tag: "Control room: coverage areas",
  access: "supervisor",
  params: coverageAreaParams,
  body: updateCoverageAreaBody,
  answers: { 200: coverageArea },
  errors: ["not-found"],
  async handle({ context, caller, params, body }) {
    const area = await updateArea(context, asActor(caller.operator), params.coverageAreaId, body);
    return { status: 200, body: presentArea(area) };
  },
});

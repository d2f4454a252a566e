import { coverageAreaParams } from "@tocsin/wire";
import { deleteArea } from "../../../../coverage/index.ts";
import { asActor } from "../../../../operators/index.ts";
import { operation } from "../../../route.ts";

export const deleteCoverageArea = operation({
  method: "DELETE",
  path: "/control/v1/coverage-areas/:coverageAreaId",
  operationId: "delete-coverage-area",
  summary: "Take a coverage area away",
  description: "Without any area of a response type, every supplier may be asked everywhere again.",
  tag: "Control room: coverage areas",
  access: "supervisor",
  params: coverageAreaParams,
  answers: { 204: null },
  errors: ["not-found"],
  async handle({ context, caller, params }) {
    await deleteArea(context, asActor(caller.operator), params.coverageAreaId);
    return { status: 204 };
  },
});

import { assignVisitBody, visit, visitParams } from "@tocsin/wire";
import { assignVisit as assign } from "../../../../scheduled/index.ts";
import { operation } from "../../../route.ts";
import { presentVisit } from "../present-visit.ts";

export const assignVisit = operation({
  method: "POST",
  path: "/control/v1/visits/:visitId/assign",
  operationId: "assign-visit",
  summary: "Say who is to go",
  description:
    "Instead of whoever was assigned before, if somebody was. The responder need not be on duty yet. Once somebody is there, or the " +
    "window is over, the 409 says the state in `visitState`.",
  tag: "Control room: visits",
  access: "operator",
  params: visitParams,
  body: assignVisitBody,
  answers: { 200: visit },
  errors: ["not-found", "visit-state"],
  async handle({ context, caller, params, body }) {
    const row = await assign(context, caller.operator, params.visitId, body.responderId);
    return { status: 200, body: presentVisit(row) };
  },
});

import { completeVisitBody, visit, visitParams } from "@tocsin/wire";
import { completeVisit as complete } from "../../../scheduled/index.ts";
import { presentVisit } from "../../control/visits/present-visit.ts";
import { operation } from "../../route.ts";

export const completeVisit = operation({
  method: "POST",
  path: "/responder/v1/visits/:visitId/complete",
  operationId: "complete-visit",
  summary: "Report that a visit is done",
  description: "When that can't be, the 409 says the state in `visitState`.",
  tag: "Responder",
  access: "responder",
  params: visitParams,
  body: completeVisitBody,
  answers: { 200: visit },
  errors: ["not-found", "visit-state"],
  async handle({ context, caller, params, body }) {
    const row = await complete(context, caller.responder, params.visitId, body?.notes ?? null);
    return { status: 200, body: presentVisit(row) };
  },
});

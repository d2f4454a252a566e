import { visit, visitParams } from "@tocsin/wire";
import { takeVisit as take } from "../../../scheduled/index.ts";
import { presentVisit } from "../../control/visits/present-visit.ts";
import { operation } from "../../route.ts";

export const takeVisit = operation({
  method: "POST",
  path: "/responder/v1/visits/:visitId/take",
  operationId: "take-visit",
  summary: "Take a visit that nobody has",
  description:
    "For a responder on duty; of several at once one gets it. Taking one's own again is 200. Else the 409 says the state in `visitState`.",
  tag: "Responder",
  access: "responder",
  params: visitParams,
  answers: { 200: visit },
  errors: ["not-found", "visit-state", "off-duty"],
  async handle({ context, caller, params }) {
    const row = await take(context, caller.responder, params.visitId);
    return { status: 200, body: presentVisit(row) };
  },
});

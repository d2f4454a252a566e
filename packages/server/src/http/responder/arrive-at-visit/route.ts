import { visit, visitParams } from "@tocsin/wire";
import { arriveAtVisit as arrive } from "../../../scheduled/index.ts";
import { presentVisit } from "../../control/visits/present-visit.ts";
import { operation } from "../../route.ts";

export const arriveAtVisit = operation({
  method: "POST",
  path: "/responder/v1/visits/:visitId/arrive",
  operationId: "arrive-at-visit",
  summary: "Report the arrival at a visit",
  description:
    "From an hour before its window begins until the window ends. When that can't be, the 409 says the state in `visitState`.",
  tag: "Responder",
  access: "responder",
  params: visitParams,
  answers: { 200: visit },
  errors: ["not-found", "visit-state"],
  async handle({ context, caller, params }) {
    const row = await arrive(context, caller.responder, params.visitId);
    return { status: 200, body: presentVisit(row) };
  },
});

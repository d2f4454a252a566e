import { calloutParams, exceptionReasonList } from "@tocsin/wire";
import { existsCallout, standardExceptionReasons } from "../../../../callouts/index.ts";
import { notFound } from "../../../../errors.ts";
import { operation } from "../../../route.ts";

export const listExceptionReasons = operation({
  method: "GET",
  path: "/panic-api/v2/callouts/:calloutId/exceptionReasons",
  operationId: "list-exception-reasons",
  summary: "List the reasons why a callout may have gone another way",
  tag: "Callouts",
  access: "server",
  params: calloutParams,
  answers: { 200: exceptionReasonList },
  errors: ["not-found"],
  async handle({ caller, params: { calloutId }, db }) {
    const exists = await existsCallout(db, caller.partner.customerSourceId, calloutId);
    if (!exists) throw notFound(`Callout ${calloutId}`);
    return { status: 200, body: standardExceptionReasons };
  },
});

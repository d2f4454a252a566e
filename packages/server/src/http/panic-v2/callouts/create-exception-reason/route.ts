import { calloutParams, createExceptionReasonRequest, exceptionReasonCreated } from "@tocsin/wire";
import { recordExceptionReason, standardExceptionReasons } from "../../../../callouts/index.ts";
import { invalid, notFound } from "../../../../errors.ts";
import { operation } from "../../../route.ts";
import { actorOf } from "../../speaks-for.ts";
import { presentInstant } from "../present-instant.ts";

export const createExceptionReason = operation({
  method: "POST",
  path: "/panic-api/v2/callouts/:calloutId/exceptionReasons",
  operationId: "create-exception-reason",
  summary: "Say why a callout went another way",
  description:
    "In every state, also after the close. The reason stands in the resolution report, and as a comment among the events.",
  tag: "Callouts",
  access: "server",
  params: calloutParams,
  body: createExceptionReasonRequest,
  answers: { 201: exceptionReasonCreated },
  errors: ["not-found"],
  async handle({ context, caller, params: { calloutId }, body: { exceptionReasonId, notes = null }, db }) {
    const { customerSourceId, policies } = caller.partner;
    if (!standardExceptionReasons.some(({ id }) => id === exceptionReasonId)) {
      const known = standardExceptionReasons.map(({ id }) => id).join(", ");
      throw invalid("exceptionReasonId", `must be one of ${known} (see GET …/exceptionReasons)`);
    }
    const command = {
      customerSourceId,
      calloutId,
      timing: policies.timing,
      reasonId: exceptionReasonId,
      notes,
    };
    const recorded = await recordExceptionReason({ ...context, db }, { ...command, by: actorOf(caller) });
    if (!recorded) throw notFound(`Callout ${calloutId}`);
    const { id, reason } = recorded;
    const createdAt = presentInstant(recorded.createdAt);
    const createdExceptionReason = { id, calloutId, exceptionReasonId, notes, createdAt };
    const message = "Exception reason recorded.";
    return { status: 201, body: { id: exceptionReasonId, reason, message, createdExceptionReason } };
  },
});

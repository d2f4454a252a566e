import { calloutParams, calloutRead, dismissCalloutRequest } from "@tocsin/wire";
import { changeCallout, findCalloutView } from "../../../../callouts/index.ts";
import { notFound } from "../../../../errors.ts";
import { operation } from "../../../route.ts";
import { actorOf } from "../../speaks-for.ts";
import { presentRead } from "../present-callout.ts";

export const dismissCallout = operation({
  method: "POST",
  path: "/panic-api/v2/callouts/:calloutId/dismiss",
  operationId: "dismiss-callout",
  summary: "Dismiss a callout",
  description: "Cancels and closes it in one step, without a code. One that is cancelled already is closed.",
  tag: "Callouts",
  access: "server",
  params: calloutParams,
  body: dismissCalloutRequest,
  answers: { 200: calloutRead },
  errors: ["not-found", "callout-state"],
  async handle({ context, caller, params: { calloutId }, db }) {
    const { customerSourceId, policies } = caller.partner;
    const by = actorOf(caller);
    const dismissed = await changeCallout(
      { ...context, db },
      {
        customerSourceId,
        calloutId,
        timing: policies.timing,
        event: () => ({ type: "dismissed", by }),
      },
    );
    const callout = dismissed && (await findCalloutView(db, customerSourceId, calloutId, "partner"));
    if (!callout) throw notFound(`Callout ${calloutId}`);
    return { status: 200, body: presentRead(callout, context.settings.publicUrl, "Callout dismissed.") };
  },
});

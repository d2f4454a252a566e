import { calloutParams, calloutRead, cancelCalloutRequest } from "@tocsin/wire";
import { cancelCallout, findCalloutView } from "../../../../callouts/index.ts";
import { notFound } from "../../../../errors.ts";
import { operation } from "../../../route.ts";
import { actorOf, audienceOf } from "../../speaks-for.ts";
import { presentRead } from "../present-callout.ts";

export const cancelCalloutOperation = operation({
  method: "POST",
  path: "/panic-api/v2/callouts/:calloutId/cancel",
  operationId: "cancel-callout",
  summary: "Cancel a callout",
  description:
    "Offers and responders are stood down at once. Without a code it is cancelled as it is; with the last four digits of the " +
    "customer's mobile it is known to be the customer who cancels. Any other code tells that the customer is forced to: the " +
    "answer is the same in every word, and help goes on. A callout that is cancelled already is answered unchanged.",
  tag: "Callouts",
  access: "server",
  params: calloutParams,
  body: cancelCalloutRequest,
  answers: { 200: calloutRead },
  errors: ["not-found", "callout-state"],
  async handle({ context, caller, params: { calloutId }, body, db }) {
    const { customerSourceId, policies } = caller.partner;
    const outcome = await cancelCallout(
      { ...context, db },
      {
        customerSourceId,
        calloutId,
        timing: policies.timing,
        safeCode: body.safeCode ?? null,
        by: actorOf(caller),
      },
    );
    // whoever sent a wrong code is answered as the customer's own side is, also through the partner's server
    const audience = outcome === "duress" ? "customer" : audienceOf(caller);
    const callout = outcome && (await findCalloutView(db, customerSourceId, calloutId, audience));
    if (!callout) throw notFound(`Callout ${calloutId}`);
    return { status: 200, body: presentRead(callout, context.settings.publicUrl, "Callout cancelled.") };
  },
});

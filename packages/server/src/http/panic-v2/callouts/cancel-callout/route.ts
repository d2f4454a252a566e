import { calloutParams, calloutRead, cancelCalloutRequest } from "@tocsin/wire";
import {
  type Audience,
  type CalloutView,
  cancelCallout,
  findCalloutView,
  refusalOfClosed,
} from "../../../../callouts/index.ts";
import { notFound } from "../../../../errors.ts";
import { operation } from "../../../route.ts";
import { actorOf, audienceOf, customerSideOf } from "../../speaks-for.ts";
import { aboutCallout } from "../about-callout.ts";
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
  access: "callout",
  about: aboutCallout,
  params: calloutParams,
  body: cancelCalloutRequest,
  answers: { 200: calloutRead },
  errors: ["not-found", "callout-state"],
  async handle({ context, caller, params: { calloutId }, body, db }) {
    const { customerSourceId, policies } = caller.partner;
    const own = audienceOf(caller, context);
    const read = (audience: Audience) => findCalloutView(db, customerSourceId, calloutId, audience);
    if (own !== "partner") refuseClosed(await read(own));
    const safeCode = body.safeCode ?? null;
    const outcome = await cancelCallout(
      { ...context, db },
      { customerSourceId, calloutId, timing: policies.timing, safeCode, by: actorOf(caller) },
    );
    // whoever sent a wrong code is answered as the customer's own side is, also through the partner's server; and after any
    // code the callout is read by those eyes first, so that the time it takes tells nothing
    const asCustomer =
      outcome && (await read(safeCode === null ? own : customerSideOf(caller.partner, context)));
    const isTold = own === "partner" && outcome === "cancelled";
    if (!isTold) refuseClosed(asCustomer);
    const callout = isTold && asCustomer?.duressAt ? await read("partner") : asCustomer;
    if (!callout) throw notFound(`Callout ${calloutId}`);
    return { status: 200, body: presentRead(callout, context.settings.publicUrl, "Callout cancelled.") };
  },
});

function refuseClosed(seen: CalloutView | undefined): void {
  if (seen?.phase === "closed") throw refusalOfClosed(seen);
}

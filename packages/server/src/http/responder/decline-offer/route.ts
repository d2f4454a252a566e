import { declineBody, offerParams, responderState } from "@tocsin/wire";
import { declineOffer as decline } from "../../../dispatch/index.ts";
import { operation } from "../../route.ts";
import { presentState } from "../present-state.ts";

export const declineOffer = operation({
  method: "POST",
  path: "/responder/v1/offers/:offerId/decline",
  operationId: "decline-offer",
  summary: "Decline an offer",
  description:
    "The next responder is asked at once. Repeating one's own answer is 200. When it is too late the 409 says in `offerState` how the offer ended.",
  tag: "Responder",
  access: "responder",
  params: offerParams,
  body: declineBody,
  answers: { 200: responderState },
  errors: ["not-found", "callout-state", "offer-over"],
  async handle({ context, caller, params, body }) {
    await decline(context, caller.responder, params.offerId, body?.reason ?? null);
    return { status: 200, body: await presentState(context, caller.responder.id) };
  },
});

import { offerParams, responderState } from "@tocsin/wire";
import { acceptOffer as accept } from "../../../dispatch/index.ts";
import { operation } from "../../route.ts";
import { presentState } from "../present-state.ts";

export const acceptOffer = operation({
  method: "POST",
  path: "/responder/v1/offers/:offerId/accept",
  operationId: "accept-offer",
  summary: "Accept an offer",
  description:
    "Repeating one's own answer is 200. When it is too late the 409 says in `offerState` how the offer ended.",
  tag: "Responder",
  access: "responder",
  params: offerParams,
  answers: { 200: responderState },
  errors: ["not-found", "callout-state", "offer-over", "responder-assigned"],
  async handle({ context, caller, params }) {
    await accept(context, caller.responder, params.offerId);
    return { status: 200, body: await presentState(context, caller.responder.id) };
  },
});

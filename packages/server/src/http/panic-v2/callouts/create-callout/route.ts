import { calloutRead, createCalloutRequest } from "@tocsin/wire";
import { operation } from "../../../route.ts";
import { raiseAndRead } from "../raise-and-read.ts";
import { judgeResponseType } from "../response-type.ts";

export const createCallout = operation({
  method: "POST",
  path: "/panic-api/v2/callouts",
  operationId: "create-callout",
  summary: "Raise a callout (older form)",
  description:
    "POST /customers/{customerId}/callouts with the customer in the body. Without one it is for the customer whom the token was " +
    "made for; with a server token, for your house account, which needs no subscription.",
  tag: "Callouts",
  access: "callout",
  about: ({ body }) => (body.customerId === undefined ? null : { kind: "customer", id: body.customerId }),
  deprecatedSince: "2026-01-01T00:00:00Z",
  body: createCalloutRequest,
  answers: { 200: calloutRead, 201: calloutRead },
  errors: ["not-found", "subscription-required"],
  judgeBody: judgeResponseType,
  async handle(input) {
    const { caller, body } = input;
    const own = caller.scope === "server" ? caller.partner.houseAccountId : caller.customerId;
    return raiseAndRead(
      input,
      body.customerId ?? own,
      caller.partner.policies.legacyCreateChecksSubscription,
    );
  },
});

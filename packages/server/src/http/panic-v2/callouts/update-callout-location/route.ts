import { calloutMoved, calloutParams, calloutRead, moveCalloutRequest } from "@tocsin/wire";
import { operation } from "../../../route.ts";
import { aboutCallout } from "../about-callout.ts";
import { afterCloseStatus, moveAndRead, movedMessage } from "../move-and-read.ts";
import { presentRead } from "../present-callout.ts";

export const updateCalloutLocation = operation({
  method: "POST",
  path: "/panic-api/v2/callouts/:calloutId/location",
  operationId: "update-callout-location",
  summary: "Update a callout's location",
  description:
    "Where the person is now; a fixed location's callout can be moved too. Once the callout is closed nothing is changed, and " +
    "the answer is 285 with the callout.",
  tag: "Callouts",
  access: "callout",
  about: aboutCallout,
  params: calloutParams,
  body: moveCalloutRequest,
  answers: { 200: calloutMoved, 285: calloutRead },
  errors: ["not-found"],
  async handle(input) {
    const { outcome, callout } = await moveAndRead(input);
    if (outcome === "moved") return { status: 200, body: { message: movedMessage } };
    const { publicUrl } = input.context.settings;
    return { status: afterCloseStatus, body: presentRead(callout, publicUrl, "Callout found.") };
  },
});

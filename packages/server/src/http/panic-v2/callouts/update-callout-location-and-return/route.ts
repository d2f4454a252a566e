import { calloutParams, calloutRead, moveCalloutRequest } from "@tocsin/wire";
import { operation } from "../../../route.ts";
import { aboutCallout } from "../about-callout.ts";
import { afterCloseStatus, moveAndRead, movedMessage } from "../move-and-read.ts";
import { presentRead } from "../present-callout.ts";

export const updateCalloutLocationAndReturn = operation({
  method: "POST",
  path: "/panic-api/v2/callouts/:calloutId/updateLocationAndReturnCallout",
  operationId: "update-callout-location-and-return",
  summary: "Update a callout's location and read the callout",
  description: "The same, answered with the callout as it is now: 200, or 285 once it is closed.",
  tag: "Callouts",
  access: "callout",
  about: aboutCallout,
  params: calloutParams,
  body: moveCalloutRequest,
  answers: { 200: calloutRead, 285: calloutRead },
  errors: ["not-found"],
  async handle(input) {
    const { outcome, callout } = await moveAndRead(input);
    const isMoved = outcome === "moved";
    const message = isMoved ? movedMessage : "Callout found.";
    const body = presentRead(callout, input.context.settings.publicUrl, message);
    return { status: isMoved ? 200 : afterCloseStatus, body };
  },
});

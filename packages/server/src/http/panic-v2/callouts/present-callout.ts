import { type FlatCallout, type NestedCallout, statusText } from "@tocsin/wire";
import {
  type CalloutFacts,
  type CalloutView,
  describeCallout,
  trackingPath,
} from "../../../callouts/index.ts";
import { presentIncidents } from "./present-incidents.ts";
import { presentInstant } from "./present-instant.ts";

/** The flat callout that every answer about one carries at top level (panic-v2 §5). */
export function presentFlat(callout: CalloutFacts, publicUrl: string): FlatCallout {
  return {
    id: callout.id,
    customerId: callout.customerId,
    predefinedLocationId: callout.fixedLocationId,
    status: statusText[callout.phase],
    latitude: callout.position?.latitude ?? null,
    longitude: callout.position?.longitude ?? null,
    responseTypeId: callout.responseTypeId,
    calloutClassificationId: callout.classificationId,
    createdAt: presentInstant(callout.raisedAt),
    url: publicUrl + trackingPath(callout),
  };
}

/** The nested callout of reads and webhooks: the flat one with its incidents. */
export function presentNested(callout: CalloutView, publicUrl: string): NestedCallout {
  const { classification } = describeCallout(callout);
  return {
    ...presentFlat(callout, publicUrl),
    internalTest: callout.internalTest,
    calloutClassification: { id: classification.id, value: classification.value },
    incidentInformation: presentIncidents(callout),
  };
}

/** Flat at top level for older clients, nested under `callout` for newer. */
export function presentRead(callout: CalloutView, publicUrl: string, message: string) {
  const nested = presentNested(callout, publicUrl);
  return { ...presentFlat(callout, publicUrl), message, callout: nested };
}

import { type FlatCallout, type NestedCallout, statusText } from "@tocsin/wire";
import {
  type CalloutAtSite,
  type CalloutFacts,
  describeCallout,
  trackingPath,
} from "../../../callouts/index.ts";

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

/** The nested callout of reads: the flat one with its incidents. */
export function presentNested(callout: CalloutAtSite, publicUrl: string): NestedCallout {
  const { classification } = describeCallout(callout);
  return {
    ...presentFlat(callout, publicUrl),
    internalTest: callout.internalTest,
    calloutClassification: { id: classification.id, value: classification.value },
    incidentInformation: [presentIncident(callout)],
  };
}

/** The first row stands from the start, before any responder is known; it bears the callout's id. */
function presentIncident(callout: CalloutAtSite): NestedCallout["incidentInformation"][number] {
  const { responseType, classification, emergencyType, incidentCategory } = describeCallout(callout);
  return {
    id: callout.id,
    calloutId: callout.id,
    predefinedLocationId: callout.fixedLocationId,
    typeOfEmergency: emergencyType,
    incidentcategory: incidentCategory,
    responseType,
    calloutClassification: { id: classification.id, value: classification.value },
    internalTest: callout.internalTest,
    calloutCurrentLocation: presentPosition(callout),
    responder: null,
    supplier: null,
    etaSeconds: null,
    dispatchedAt: null,
    acknowledgedAt: null,
    arrivedAt: null,
    completedAt: null,
    cancelledAt: null,
  };
}

function presentPosition(
  callout: CalloutAtSite,
): NestedCallout["incidentInformation"][number]["calloutCurrentLocation"] {
  const latitude = String(callout.position?.latitude ?? "");
  const longitude = String(callout.position?.longitude ?? "");
  return {
    latitude,
    longitude,
    accuracy: callout.position?.accuracy ?? null,
    formattedAddress: callout.siteAddress ?? `${latitude}, ${longitude}`,
    updatedAt: presentInstant(callout.positionAt),
  };
}

export function presentInstant(instant: Temporal.Instant): string {
  return instant.toString({ fractionalSecondDigits: 3 });
}

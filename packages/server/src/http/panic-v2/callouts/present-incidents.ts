import type { NestedCallout } from "@tocsin/wire";
import { type CalloutView, describeCallout, type SentResponder } from "../../../callouts/index.ts";
import { presentInstant, presentInstantOrNull } from "./present-instant.ts";
import { presentSending } from "./present-sending.ts";

type Incident = NestedCallout["incidentInformation"][number];

/**
 * A row for each responder sent. The first stands from the start, before any responder is known, and bears the callout's
 * id; it becomes the first responder's. The others bear the id of their first assignment.
 */
export function presentIncidents(callout: CalloutView): Incident[] {
  const [first, ...others] = callout.sent;
  return [
    presentIncident(callout, callout.id, first ? presentResponder(callout, first) : nobodySent(callout)),
    ...others.map((each) =>
      presentIncident(callout, each.firstAssignmentId, presentResponder(callout, each)),
    ),
  ];
}

type OfResponder = Pick<
  Incident,
  | "responder"
  | "supplier"
  | "etaSeconds"
  | "dispatchedAt"
  | "acknowledgedAt"
  | "arrivedAt"
  | "completedAt"
  | "cancelledAt"
>;

function presentIncident(callout: CalloutView, id: number, ofResponder: OfResponder): Incident {
  const { responseType, classification, emergencyType, incidentCategory } = describeCallout(callout);
  return {
    id,
    calloutId: callout.id,
    predefinedLocationId: callout.fixedLocationId,
    typeOfEmergency: emergencyType,
    incidentcategory: incidentCategory,
    responseType,
    calloutClassification: { id: classification.id, value: classification.value },
    internalTest: callout.internalTest,
    calloutCurrentLocation: presentPosition(callout),
    ...ofResponder,
  };
}

function presentResponder(callout: CalloutView, sent: SentResponder): OfResponder {
  const { position, supplier, etaSeconds, byHand, assignedAt } = sent;
  const sending = presentSending(sent);
  return {
    responder: {
      id: sent.responderId,
      name: sent.name,
      callSign: sent.callSign,
      vehicle: sent.vehicle,
      latitude: position?.latitude ?? null,
      longitude: position?.longitude ?? null,
      positionAt: presentInstantOrNull(position?.at ?? null),
    },
    supplier,
    etaSeconds: etaSeconds === null ? null : Math.round(etaSeconds),
    ...sending,
    // whom a controller sends by hand was not asked
    acknowledgedAt: byHand ? null : presentInstant(assignedAt),
    cancelledAt: sending.cancelledAt ?? presentInstantOrNull(callout.cancelledAt),
  };
}

function nobodySent({ cancelledAt }: CalloutView): OfResponder {
  return {
    responder: null,
    supplier: null,
    etaSeconds: null,
    dispatchedAt: null,
    acknowledgedAt: null,
    arrivedAt: null,
    completedAt: null,
    cancelledAt: presentInstantOrNull(cancelledAt),
  };
}

function presentPosition(callout: CalloutView): Incident["calloutCurrentLocation"] {
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

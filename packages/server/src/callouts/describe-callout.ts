import { calloutClassifications, findRow, type ReferenceRow, responseTypes } from "@tocsin/domain";
import type { CalloutFacts } from "./types.ts";

/** The reference rows a callout points to, with the names integrators read. */
export interface CalloutDescription {
  readonly responseType: ReferenceRow;
  readonly classification: ReferenceRow;
  readonly emergencyType: { readonly id: number; readonly description: string };
  readonly incidentCategory: { readonly id: number; readonly description: string };
}

/** Response type → emergency type; the ids are the same (panic-v2 §2). */
const emergencyTypes = ["Security", "Medical", "Fire", "Roadside"] as const;

const intruderAlarm = { id: 1, description: "Intruder alarm" };
const panic = { id: 2, description: "Panic" };

/** The response type decides, else who raised it (panic-v2 §2). */
const categoryByResponseType: Readonly<Record<number, { id: number; description: string }>> = {
  2: { id: 3, description: "Medical" },
  3: { id: 4, description: "Fire" },
  4: { id: 5, description: "Roadside" },
};

export function describeCallout(callout: CalloutFacts): CalloutDescription {
  const { responseTypeId, classificationId } = callout;
  const responseType = findRow(responseTypes, responseTypeId);
  const classification = findRow(calloutClassifications, classificationId);
  const emergency = emergencyTypes[responseTypeId - 1];
  if (!responseType || !classification || !emergency) {
    throw new Error(`Callout ${callout.id} has an unknown response type or classification`);
  }
  return {
    responseType,
    classification,
    emergencyType: { id: responseTypeId, description: emergency },
    incidentCategory:
      categoryByResponseType[responseTypeId] ??
      (callout.forPerson || callout.fixedLocationId === null ? panic : intruderAlarm),
  };
}

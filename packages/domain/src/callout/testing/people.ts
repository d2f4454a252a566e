import type { Actor } from "../actor.ts";
import type { CalloutEvent, DispatchCandidate, RaiseRequest } from "../events.ts";
import type { Owner } from "../state.ts";

export const integrator: Actor = { kind: "integrator", id: null, name: null };
export const customer: Actor = { kind: "customer", id: 178001, name: null };
export const controller: Actor = { kind: "controller", id: 1, name: "Control" };
export const night: Owner = { operatorId: 1, name: "Night desk" };
export const day: Owner = { operatorId: 2, name: "Day desk" };

export function responder(id: number): Actor {
  return { kind: "responder", id, name: null };
}

export const somewhere = { latitude: -33.9, longitude: 18.4, accuracy: 10 };

export const request: RaiseRequest = {
  responseTypeId: 1,
  classificationId: 1,
  internalTest: false,
  installerIdentifier: null,
  externalReferenceId: "STORE-001",
  position: somewhere,
};

export const raised: CalloutEvent = { type: "raised", request, by: integrator };

/** Candidates, best first. */
export function candidates(...responderIds: readonly number[]): DispatchCandidate[] {
  return responderIds.map((responderId, index) => {
    return { responderId, etaSeconds: 60 * (index + 1), distanceMetres: 500 * (index + 1), reservable: true };
  });
}

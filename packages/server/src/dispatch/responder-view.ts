import {
  type CalloutPhase,
  calloutClassifications,
  estimateMethod,
  findRow,
  type Position,
  type ReferenceRow,
  responseTypes,
} from "@tocsin/domain";
import type { Queryable } from "../db/index.ts";
import { selectWork, type WorkRow } from "./responder-view-store.ts";

/** What a responder has to do now. */
export interface ResponderWork {
  readonly offer: OfferedWork | null;
  readonly assignment: AssignedWork | null;
}

export interface OfferedWork extends WorkPlace {
  readonly id: number;
  readonly etaSeconds: number;
  readonly etaMethod: string;
  readonly distanceMetres: number;
  readonly offeredAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
}

export interface AssignedWork extends WorkPlace {
  readonly id: number;
  readonly state: "assigned" | "onScene";
  /** By a controller, without an offer. */
  readonly byHand: boolean;
  /** A controller's words. */
  readonly instruction: string | null;
  readonly etaSeconds: number | null;
  readonly etaMethod: string | null;
  readonly assignedAt: Temporal.Instant;
  readonly arrivedAt: Temporal.Instant | null;
}

/** What it is, where, and for whom. */
export interface WorkPlace {
  readonly callout: WorkCallout;
  readonly position: Position | null;
  /** Null when a person raised it elsewhere. Kept when the place was deleted since. */
  readonly site: WorkSite | null;
  /** Null when it is for the place itself. */
  readonly customer: WorkCustomer | null;
}

export interface WorkCallout {
  readonly id: number;
  readonly customerSource: { readonly id: number; readonly name: string };
  readonly phase: CalloutPhase;
  readonly responseType: ReferenceRow;
  readonly classification: ReferenceRow;
  readonly internalTest: boolean;
  /** The person was forced to cancel: whoever goes must know. */
  readonly duress: boolean;
  /** A call of the demo's walks it forward: simulated responders leave it alone. */
  readonly advanced: boolean;
  readonly raisedAt: Temporal.Instant;
}

export interface WorkSite {
  readonly name: string;
  readonly address: string | null;
  readonly additionalInformation: string | null;
  readonly w3w: string | null;
}

export interface WorkCustomer {
  readonly name: string;
  readonly surname: string;
  readonly mobile: string | null;
}

/** Everything a responder's app shows of its work, as of one instant. */
export async function findResponderWork(db: Queryable, responderId: number): Promise<ResponderWork> {
  const rows = await selectWork(db, responderId);
  const offer = rows.find(({ kind }) => kind === "offer");
  // a controller may have sent somebody twice: the newest is what they are to do
  const assignment = rows.findLast(({ kind }) => kind === "assignment");
  return {
    offer: offer ? readOffer(offer) : null,
    assignment: assignment ? readAssignment(assignment) : null,
  };
}

function readOffer(row: WorkRow): OfferedWork {
  return {
    id: row.id,
    ...readPlace(row),
    etaSeconds: row.eta_seconds ?? 0,
    etaMethod: row.eta_method ?? estimateMethod,
    distanceMetres: row.distance_metres ?? 0,
    offeredAt: row.since,
    expiresAt: row.expires_at ?? row.since,
  };
}

function readAssignment(row: WorkRow): AssignedWork {
  return {
    id: row.id,
    ...readPlace(row),
    state: row.state === "onScene" ? "onScene" : "assigned",
    byHand: row.by_hand,
    instruction: row.instruction,
    etaSeconds: row.eta_seconds,
    etaMethod: row.eta_method,
    assignedAt: row.since,
    arrivedAt: row.arrived_at,
  };
}

function readPlace(row: WorkRow): WorkPlace {
  const { latitude, longitude, accuracy } = row;
  return {
    callout: readCallout(row),
    position: latitude === null || longitude === null ? null : { latitude, longitude, accuracy },
    site: readSite(row),
    customer:
      row.customer_name === null
        ? null
        : { name: row.customer_name, surname: row.customer_surname ?? "", mobile: row.customer_mobile },
  };
}

function readCallout(row: WorkRow): WorkCallout {
  const responseType = findRow(responseTypes, row.response_type_id);
  const classification = findRow(calloutClassifications, row.classification_id);
  if (!responseType || !classification)
    throw new Error(`Callout ${row.callout_id} has an unknown response type or classification`);
  return {
    id: row.callout_id,
    customerSource: { id: row.customer_source_id, name: row.customer_source_name },
    phase: row.phase,
    responseType,
    classification,
    internalTest: row.internal_test,
    duress: row.duress,
    advanced: row.advanced,
    raisedAt: row.raised_at,
  };
}

function readSite(row: WorkRow): WorkSite | null {
  if (row.site_name === null) return null;
  return {
    name: row.site_name,
    address: row.site_address,
    additionalInformation: row.site_information,
    w3w: row.site_w3w,
  };
}

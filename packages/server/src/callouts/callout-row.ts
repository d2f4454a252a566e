import type {
  Assignment,
  AssignmentState,
  CalloutPhase,
  CancelKind,
  ClosedOutcome,
  Offer,
  OfferState,
} from "@tocsin/domain";
import type { Callout, CalloutFacts } from "./types.ts";

const columns = [
  "customer_source_id, id, customer_id, fixed_location_id, for_person, response_type_id, classification_id, verified, internal_test",
  "installer_identifier, external_reference_id, phase, duress, repeats, latitude, longitude, accuracy, moved_at",
  "owner_id, owner_name, ended_offers, asked, unattended_at, cancelled_at, cancel_kind, closed_at, closed_outcome, tracking_token",
  "sequence, last_hash, created_at, updated_at",
].join(", ");

/** The columns of `callout` that {@link CalloutRow} names. */
export const calloutColumns = columns;

/** The same of an alias `c`, and what goes with it: the newest offer and assignment of each responder, as JSON. */
export const calloutOfAlias = columns.replaceAll(/\b(\w+)/g, "c.$1");
export const respondersOfAlias = ["offer", "assignment"]
  .map(
    (table) => `(select coalesce(jsonb_agg(newest order by newest.id), '[]') from (
    select distinct on (responder_id) * from ${table} r
    where r.customer_source_id = c.customer_source_id and r.callout_id = c.id
    order by responder_id, id desc) newest) as ${table}s`,
  )
  .join(", ");

export interface CalloutRow {
  readonly customer_source_id: number;
  readonly id: number;
  readonly customer_id: number;
  readonly fixed_location_id: number | null;
  readonly for_person: boolean;
  readonly response_type_id: number;
  readonly classification_id: number;
  readonly verified: boolean;
  readonly internal_test: boolean;
  readonly installer_identifier: string | null;
  readonly external_reference_id: string | null;
  readonly phase: CalloutPhase;
  readonly duress: boolean;
  readonly repeats: number;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly accuracy: number | null;
  readonly moved_at: Temporal.Instant | null;
  readonly owner_id: number | null;
  readonly owner_name: string | null;
  readonly ended_offers: number;
  readonly asked: readonly number[];
  readonly unattended_at: Temporal.Instant | null;
  readonly cancelled_at: Temporal.Instant | null;
  readonly cancel_kind: CancelKind | null;
  readonly closed_at: Temporal.Instant | null;
  readonly closed_outcome: ClosedOutcome | null;
  readonly tracking_token: string;
  readonly sequence: number;
  readonly last_hash: Buffer;
  readonly created_at: Temporal.Instant;
  readonly updated_at: Temporal.Instant;
}

/** A callout's row with the rows around it, as {@link respondersOfAlias} selects them. */
export interface CalloutWithResponders extends CalloutRow {
  readonly offers: readonly OfferJson[];
  readonly assignments: readonly AssignmentJson[];
}

interface OfferJson {
  readonly id: number;
  readonly responder_id: number;
  readonly state: OfferState;
  readonly eta_seconds: number;
  readonly eta_method: string;
  readonly distance_metres: number;
  readonly offered_at: string;
  readonly expires_at: string;
  readonly ended_at: string | null;
}

interface AssignmentJson {
  readonly id: number;
  readonly responder_id: number;
  readonly offer_id: number | null;
  readonly by_hand: boolean;
  readonly state: AssignmentState;
  readonly eta_seconds: number | null;
  readonly eta_method: string | null;
  readonly assigned_at: string;
  readonly arrived_at: string | null;
  readonly ended_at: string | null;
  readonly alarmed_at: string | null;
}

export function readFacts(row: CalloutRow): CalloutFacts {
  return {
    customerSourceId: row.customer_source_id,
    id: row.id,
    customerId: row.customer_id,
    fixedLocationId: row.fixed_location_id,
    forPerson: row.for_person,
    responseTypeId: row.response_type_id,
    classificationId: row.classification_id,
    verified: row.verified,
    internalTest: row.internal_test,
    installerIdentifier: row.installer_identifier,
    externalReferenceId: row.external_reference_id,
    phase: row.phase,
    duress: row.duress,
    repeats: row.repeats,
    position: readPosition(row),
    positionAt: row.moved_at ?? row.created_at,
    owner: row.owner_id === null ? null : { operatorId: row.owner_id, name: row.owner_name ?? "" },
    endedOffers: row.ended_offers,
    asked: row.asked,
    unattendedAt: row.unattended_at,
    cancelledAt: row.cancelled_at,
    cancelKind: row.cancel_kind,
    closedAt: row.closed_at,
    closedOutcome: row.closed_outcome,
    trackingToken: row.tracking_token,
    sequence: row.sequence,
    lastHash: row.last_hash,
    raisedAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

export function readCallout(row: CalloutWithResponders): Callout {
  return {
    ...readFacts(row),
    offers: row.offers.map(readOffer),
    assignments: row.assignments.map(readAssignment),
  };
}

function readPosition({ latitude, longitude, accuracy }: CalloutRow): CalloutFacts["position"] {
  return latitude === null || longitude === null ? null : { latitude, longitude, accuracy };
}

function readOffer(row: OfferJson): Offer {
  return {
    offerId: row.id,
    responderId: row.responder_id,
    state: row.state,
    madeAt: Temporal.Instant.from(row.offered_at),
    expiresAt: Temporal.Instant.from(row.expires_at),
    endedAt: instantOrNull(row.ended_at),
    etaSeconds: row.eta_seconds,
    etaMethod: row.eta_method,
    distanceMetres: row.distance_metres,
  };
}

function readAssignment(row: AssignmentJson): Assignment {
  return {
    assignmentId: row.id,
    responderId: row.responder_id,
    offerId: row.offer_id,
    byHand: row.by_hand,
    state: row.state,
    etaSeconds: row.eta_seconds,
    etaMethod: row.eta_method,
    assignedAt: Temporal.Instant.from(row.assigned_at),
    arrivedAt: instantOrNull(row.arrived_at),
    endedAt: instantOrNull(row.ended_at),
    alarmedAt: instantOrNull(row.alarmed_at),
  };
}

function instantOrNull(text: string | null): Temporal.Instant | null {
  return text === null ? null : Temporal.Instant.from(text);
}

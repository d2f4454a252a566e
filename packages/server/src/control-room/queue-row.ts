import {
  type AssignmentState,
  type CalloutPhase,
  type ClosedOutcome,
  calloutClassifications,
  findRow,
  type ReferenceRow,
  responseTypes,
} from "@tocsin/domain";
import type { OpenPlace } from "./queue-order.ts";
import type { QueueRow, Site } from "./types.ts";

/** A row as `queue-statements.ts` selects it. */
export interface QueueRecord {
  readonly customer_source_id: number;
  readonly id: number;
  readonly phase: CalloutPhase;
  readonly closed_outcome: ClosedOutcome | null;
  readonly duress: boolean;
  readonly response_type_id: number;
  readonly classification_id: number;
  readonly verified: boolean;
  readonly internal_test: boolean;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly accuracy: number | null;
  readonly created_at: Temporal.Instant;
  readonly owner_id: number | null;
  readonly owner_name: string | null;
  readonly repeats: number;
  readonly sequence: number;
  readonly priority: number;
  readonly calm: number;
  readonly settled: number;
  readonly source_name: string;
  readonly site_id: number | null;
  readonly site_reference: string | null;
  readonly site_name: string | null;
  readonly site_information: string | null;
  readonly site_address: string | null;
  readonly customer_id: number;
  readonly customer_name: string;
  readonly customer_surname: string;
  readonly customer_mobile: string | null;
  readonly is_house_account: boolean;
  readonly deadline_kind: string | null;
  readonly deadline_at: Temporal.Instant | null;
  readonly assigned: readonly AssignedJson[];
  readonly open_offers: readonly OfferJson[];
  readonly linked: QueueRow["linked"];
}

interface AssignedJson {
  readonly assignmentId: number;
  readonly responderId: number;
  readonly name: string;
  readonly state: AssignmentState;
  readonly etaSeconds: number | null;
  readonly etaMethod: string | null;
  readonly assignedAt: string;
}

interface OfferJson {
  readonly offerId: number;
  readonly responderId: number;
  readonly name: string;
  readonly etaSeconds: number;
  readonly etaMethod: string;
  readonly expiresAt: string;
}

export function readRow(record: QueueRecord): QueueRow {
  const { latitude, longitude, accuracy, deadline_kind: kind, deadline_at: at } = record;
  return {
    customerSource: { id: record.customer_source_id, name: record.source_name },
    id: record.id,
    phase: record.phase,
    closedOutcome: record.closed_outcome,
    duress: record.duress,
    priority: record.priority,
    responseType: knownRow(responseTypes, record.response_type_id),
    classification: knownRow(calloutClassifications, record.classification_id),
    verified: record.verified,
    internalTest: record.internal_test,
    site: readSite(record),
    customer: {
      id: record.customer_id,
      name: record.customer_name,
      surname: record.customer_surname,
      mobile: record.customer_mobile,
      isHouseAccount: record.is_house_account,
    },
    position: latitude === null || longitude === null ? null : { latitude, longitude, accuracy },
    raisedAt: record.created_at,
    owner: record.owner_id === null ? null : { operatorId: record.owner_id, name: record.owner_name ?? "" },
    repeats: record.repeats,
    deadline: kind === null || at === null ? null : { kind, at },
    assigned: record.assigned.map((each) => ({
      ...each,
      assignedAt: Temporal.Instant.from(each.assignedAt),
    })),
    openOffers: record.open_offers.map((each) => ({
      ...each,
      expiresAt: Temporal.Instant.from(each.expiresAt),
    })),
    linked: record.linked,
    sequence: record.sequence,
  };
}

/** Where an open row stands in the queue. */
export function placeOf({ calm, settled, priority, created_at, id }: QueueRecord): OpenPlace {
  return { part: "open", calm, settled, priority, raisedAtMilliseconds: created_at.epochMilliseconds, id };
}

/** Kept on the callout when the place was deleted since. */
function readSite(record: QueueRecord): Site | null {
  const { site_id: id, site_reference: externalReferenceId, site_name: name } = record;
  if (id === null || externalReferenceId === null || name === null) return null;
  return {
    id,
    externalReferenceId,
    name,
    additionalInformation: record.site_information,
    address: record.site_address,
  };
}

function knownRow(rows: readonly ReferenceRow[], id: number): ReferenceRow {
  const row = findRow(rows, id);
  if (!row) throw new Error(`A callout points to the reference row ${id}, which is not there`);
  return row;
}

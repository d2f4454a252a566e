import { type ControlCallout, type ControlCalloutFile, statusText } from "@tocsin/wire";
import type { CalloutFile, QueueRow } from "../../../control-room/index.ts";
import { presentInstant, presentInstantOrNull } from "../../panic-v2/callouts/present-instant.ts";

/** A callout as the control room's list shows it. */
export function presentRow(row: QueueRow, now: Temporal.Instant): ControlCallout {
  const { owner, deadline, raisedAt } = row;
  return {
    id: row.id,
    state: row.phase,
    status: statusText[row.phase],
    closedOutcome: row.closedOutcome,
    customerSource: row.customerSource,
    site: row.site,
    customer: row.customer,
    responseType: row.responseType,
    classification: { ...row.classification, verified: row.verified },
    internalTest: row.internalTest,
    position: row.position,
    createdAt: presentInstant(raisedAt),
    ageSeconds: Math.max(0, now.since(raisedAt).total("seconds")),
    owner: owner && { id: owner.operatorId, name: owner.name },
    duress: row.duress,
    priority: row.priority,
    repeats: row.repeats,
    deadline: deadline && { kind: deadline.kind, at: presentInstant(deadline.at) },
    assigned: row.assigned.map(({ assignedAt, ...each }) => ({
      ...each,
      assignedAt: presentInstant(assignedAt),
    })),
    openOffers: row.openOffers.map(({ expiresAt, ...each }) => ({
      ...each,
      expiresAt: presentInstant(expiresAt),
    })),
    linked: [...row.linked],
    sequence: row.sequence,
  };
}

/** A callout with everything behind it. */
export function presentFile(file: CalloutFile, now: Temporal.Instant): ControlCalloutFile {
  return {
    ...presentRow(file.row, now),
    timeline: file.timeline.map((entry) => ({
      ...entry,
      at: presentInstant(entry.at),
      hash: entry.hash.toString("hex"),
    })),
    offers: file.offers.map((offer) => ({
      ...offer,
      offeredAt: presentInstant(offer.offeredAt),
      expiresAt: presentInstant(offer.expiresAt),
      endedAt: presentInstantOrNull(offer.endedAt),
    })),
    assignments: file.assignments.map((assignment) => ({
      ...assignment,
      assignedAt: presentInstant(assignment.assignedAt),
      arrivedAt: presentInstantOrNull(assignment.arrivedAt),
      endedAt: presentInstantOrNull(assignment.endedAt),
    })),
    decisions: file.decisions.map((decision) => ({
      ...decision,
      at: presentInstant(decision.at),
      ranking: [...decision.ranking],
    })),
    positions: file.positions.map((point) => ({ ...point, recordedAt: presentInstant(point.recordedAt) })),
  };
}

import type {
  AssignmentState,
  CalloutPhase,
  ClosedOutcome,
  OfferState,
  Owner,
  Position,
  ReferenceRow,
  TimelineKind,
} from "@tocsin/domain";

/** A callout as the control room's list shows it. */
export interface QueueRow {
  readonly customerSource: { readonly id: number; readonly name: string };
  readonly id: number;
  readonly phase: CalloutPhase;
  readonly closedOutcome: ClosedOutcome | null;
  readonly duress: boolean;
  /** 1 is the most urgent; the queue is sorted by it (`queue-order.ts`). */
  readonly priority: number;
  readonly responseType: ReferenceRow;
  readonly classification: ReferenceRow;
  /** A controller has confirmed the classification. */
  readonly verified: boolean;
  readonly internalTest: boolean;
  readonly site: Site | null;
  readonly customer: QueueCustomer;
  readonly position: Position | null;
  readonly raisedAt: Temporal.Instant;
  readonly owner: Owner | null;
  readonly repeats: number;
  /** The one of the running deadlines that is due next; a closed callout has none. */
  readonly deadline: { readonly kind: string; readonly at: Temporal.Instant } | null;
  /** Who is on the way or on scene. */
  readonly assigned: readonly QueueAssignment[];
  readonly openOffers: readonly QueueOffer[];
  /** Active ones of the same person or place, where this one or the other is under duress: it may be one incident. */
  readonly linked: readonly {
    readonly id: number;
    readonly state: CalloutPhase;
    readonly duress: boolean;
  }[];
  /** Number of the newest timeline entry. */
  readonly sequence: number;
}

export interface Site {
  readonly id: number;
  readonly externalReferenceId: string;
  readonly name: string;
  readonly additionalInformation: string | null;
  readonly address: string | null;
}

export interface QueueCustomer {
  readonly id: number;
  readonly name: string;
  readonly surname: string;
  readonly mobile: string | null;
  readonly isHouseAccount: boolean;
}

export interface QueueAssignment {
  readonly assignmentId: number;
  readonly responderId: number;
  readonly name: string;
  readonly state: AssignmentState;
  readonly etaSeconds: number | null;
  readonly etaMethod: string | null;
  readonly assignedAt: Temporal.Instant;
}

export interface QueueOffer {
  readonly offerId: number;
  readonly responderId: number;
  readonly name: string;
  readonly etaSeconds: number;
  readonly etaMethod: string;
  readonly expiresAt: Temporal.Instant;
}

/** Everything that is known of one callout. */
export interface CalloutFile {
  readonly row: QueueRow;
  readonly timeline: readonly FiledEntry[];
  readonly offers: readonly FiledOffer[];
  readonly assignments: readonly FiledAssignment[];
  readonly decisions: readonly FiledDecision[];
  /** Where those who were sent have been, from their assignment to its end. */
  readonly positions: readonly TrackPoint[];
}

export interface FiledEntry {
  readonly sequence: number;
  readonly at: Temporal.Instant;
  readonly actor: { readonly kind: string; readonly id: number | null; readonly name: string | null };
  readonly kind: TimelineKind;
  readonly body: Readonly<Record<string, unknown>>;
  readonly hash: Buffer;
}

export interface FiledOffer extends QueueOffer {
  readonly state: OfferState;
  readonly distanceMetres: number;
  readonly offeredAt: Temporal.Instant;
  readonly endedAt: Temporal.Instant | null;
}

export interface FiledAssignment extends QueueAssignment {
  readonly offerId: number | null;
  readonly byHand: boolean;
  readonly instruction: string | null;
  readonly arrivedAt: Temporal.Instant | null;
  readonly endedAt: Temporal.Instant | null;
}

/** Why dispatch did what the timeline says at this sequence. */
export interface FiledDecision {
  readonly sequence: number;
  readonly at: Temporal.Instant;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly ranking: readonly Readonly<Record<string, unknown>>[];
}

export interface TrackPoint {
  readonly responderId: number;
  readonly latitude: number;
  readonly longitude: number;
  readonly accuracy: number | null;
  readonly recordedAt: Temporal.Instant;
}

import type { Actor, Schedule, ServiceType, VisitPhase, VisitState } from "@tocsin/domain";

export interface Contact {
  readonly name: string | null;
  readonly mobile: string | null;
  readonly email: string | null;
}

export interface ServiceDetails {
  readonly numberOfGuards: number | null;
  /** As the partner wrote it. */
  readonly armedPreference: boolean | string | null;
  readonly contacts: readonly Contact[];
}

export interface ServicePlace {
  /** WGS 84 degrees; null: the partner gave none. */
  readonly point: { readonly latitude: number; readonly longitude: number } | null;
  readonly formattedAddress: string | null;
}

/** When it is to happen, as it was asked for. */
export type WantedTime =
  | ({ readonly kind: "calendar"; readonly timeZone: string | null } & Omit<
      Schedule,
      "dateFrom" | "dateTo" | "startTime" | "timeZone"
    > & { readonly dateFrom: string; readonly dateTo: string; readonly startTime: string })
  /** The older shape: once, just then. */
  | { readonly kind: "instant"; readonly at: Temporal.Instant };

/** What a partner asks for. */
export interface WantedService {
  readonly customerId: number;
  readonly serviceType: ServiceType;
  /** Null: it is called after its type. */
  readonly name: string | null;
  readonly specialInstructions: string | null;
  readonly details: ServiceDetails;
  readonly place: ServicePlace;
  readonly when: WantedTime;
}

/** A scheduled service as it is kept. */
export interface ScheduledService extends Omit<WantedService, "name" | "when"> {
  readonly customerSourceId: number;
  /** A UUID. */
  readonly id: string;
  /** Counts up in the order they were made. */
  readonly number: number;
  readonly name: string;
  readonly schedule: Schedule;
  /** Start of the next occurrence that is no visit yet; null: all are. */
  readonly planFrom: Temporal.Instant | null;
  readonly createdAt: Temporal.Instant;
  readonly updatedAt: Temporal.Instant;
  readonly cancelledAt: Temporal.Instant | null;
}

/** An occurrence of a scheduled service: somebody is to be there. */
export interface Visit extends VisitState {
  readonly customerSourceId: number;
  readonly id: number;
  readonly requestId: string;
  readonly assignedAt: Temporal.Instant | null;
  readonly arrivedAt: Temporal.Instant | null;
  readonly completedAt: Temporal.Instant | null;
  readonly missedAt: Temporal.Instant | null;
  readonly cancelledAt: Temporal.Instant | null;
  /** What the responder said on completing. */
  readonly notes: string | null;
}

/** A visit with everything that whoever goes there, or watches over it, needs to know. */
export interface VisitRow extends Visit {
  readonly customerSource: { readonly id: number; readonly name: string; readonly isDemo: boolean };
  readonly service: Pick<
    ScheduledService,
    "serviceType" | "name" | "specialInstructions" | "details" | "place"
  > & { readonly timeZone: string };
  readonly customer: {
    readonly id: number;
    readonly name: string;
    readonly surname: string;
    readonly mobile: string | null;
    readonly isHouseAccount: boolean;
  };
  readonly responder: { readonly id: number; readonly name: string } | null;
}

export type VisitEventKind = VisitPhase | "taken";

/** One thing that happened to a visit. */
export interface VisitEntry {
  readonly kind: VisitEventKind;
  readonly actor: Actor;
  readonly body: Readonly<Record<string, unknown>>;
  readonly at: Temporal.Instant;
}

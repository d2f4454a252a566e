import type { Actor, CalloutState, Position, RaiseRequest, TimingPolicy } from "@tocsin/domain";

/** A callout as its row says: everything but the responders. Enough for lists and flat answers. */
export interface CalloutFacts extends Omit<CalloutState, "offers" | "assignments"> {
  readonly customerSourceId: number;
  readonly id: number;
  readonly customerId: number;
  readonly fixedLocationId: number | null;
  /** Raised for the customer in person; else for a place, or for the tenant itself. */
  readonly forPerson: boolean;
  readonly installerIdentifier: string | null;
  readonly externalReferenceId: string | null;
  /** When the position became what it is. */
  readonly positionAt: Temporal.Instant;
  readonly trackingToken: string;
  /** Number and hash of the newest timeline entry. */
  readonly sequence: number;
  readonly lastHash: Buffer;
  readonly updatedAt: Temporal.Instant;
}

/** A callout as the rules see it, with its offers and assignments, and the facts around it. */
export interface Callout extends CalloutFacts, CalloutState {}

/** A checked request to raise a callout, whatever for. */
export interface AnyRaise {
  readonly customerSourceId: number;
  readonly request: RaiseRequest;
  readonly by: Actor;
  readonly timing: TimingPolicy;
}

/** A checked request to raise a callout for a fixed location. */
export interface RaiseCommand extends AnyRaise {
  /** Who the callout is for when the place has no customer of its own. */
  readonly houseAccountId: number;
  readonly request: RaiseRequest & { readonly externalReferenceId: string };
}

/** A checked request to raise a callout for one of the tenant's customers, the tenant's own account included. */
export interface PersonRaiseCommand extends AnyRaise {
  readonly customerId: number;
  /** False for the tenant's own account: there is no person who could have one active callout alone. */
  readonly isForPerson: boolean;
  /** The place it names; it says where, and is kept. */
  readonly fixedLocationId: number | null;
  readonly request: RaiseRequest & { readonly position: Position };
}

export type RaiseOutcome =
  | { readonly kind: "raised"; readonly callout: Callout }
  /** One incident, not two: the live callout that this raise was added to. */
  | { readonly kind: "folded"; readonly callout: Callout }
  /** The place or the person is not there. */
  | { readonly kind: "absent" };

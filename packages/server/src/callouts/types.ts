import type { Actor, CalloutState, RaiseRequest, TimingPolicy } from "@tocsin/domain";

/** A callout as its row says: everything but the responders. Enough for lists and flat answers. */
export interface CalloutFacts extends Omit<CalloutState, "offers" | "assignments"> {
  readonly customerSourceId: number;
  readonly id: number;
  readonly customerId: number;
  readonly fixedLocationId: number | null;
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

/** A checked request to raise a callout for a fixed location. */
export interface RaiseCommand {
  readonly customerSourceId: number;
  /** Who the callout is for when the place has no customer of its own. */
  readonly houseAccountId: number;
  readonly request: RaiseRequest & { readonly externalReferenceId: string };
  readonly by: Actor;
  readonly timing: TimingPolicy;
}

export type RaiseOutcome =
  | { readonly kind: "raised"; readonly callout: Callout }
  /** One incident, not two: the live callout that this raise was added to. */
  | { readonly kind: "folded"; readonly callout: Callout }
  | { readonly kind: "unknownPlace" };

import type { CalloutState, RaiseRequest, Timing } from "@tocsin/domain";

/** A callout as it is stored: the state the rules see and the facts around it. */
export interface Callout extends CalloutState {
  readonly customerSourceId: number;
  readonly id: number;
  readonly customerId: number;
  readonly fixedLocationId: number | null;
  readonly responseTypeId: number;
  readonly internalTest: boolean;
  readonly installerIdentifier: string | null;
  readonly externalReferenceId: string | null;
  /** WGS 84 decimal degrees; null when nobody knows where. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly trackingToken: string;
  /** Number and hash of the newest timeline entry. */
  readonly sequence: number;
  readonly lastHash: Buffer;
  readonly updatedAt: Temporal.Instant;
}

/** A checked request to raise a callout for a fixed location. */
export interface RaiseCommand {
  readonly customerSourceId: number;
  /** Who the callout is for when the place has no customer of its own. */
  readonly houseAccountId: number;
  readonly request: RaiseRequest;
  readonly timing: Timing;
}

export type RaiseOutcome =
  | { readonly kind: "raised"; readonly callout: Callout }
  /** One incident, not two: the live callout that this raise was added to. */
  | { readonly kind: "folded"; readonly callout: Callout }
  | { readonly kind: "unknownPlace" };

/** A callout with what its place adds to it on reads. */
export interface CalloutAtSite extends Callout {
  /** The place's address; kept when the place was deleted since. */
  readonly siteAddress: string | null;
  readonly siteName: string | null;
}

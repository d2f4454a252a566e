import type { Actor, Position } from "@tocsin/domain";
import type { Partner } from "../partners/index.ts";

/** A checked request to raise a callout for one of a tenant's customers. */
export interface PersonRaise {
  readonly partner: Partner;
  /** The tenant's own account among them: for that neither subscription nor folding by person applies (panic-v2 §2). */
  readonly customerId: number;
  /** Where, or at which place. */
  readonly where: Position | { readonly fixedLocationId: number };
  readonly responseTypeId: number;
  readonly classificationId: number;
  readonly internalTest: boolean;
  readonly by: Actor;
  /** Whether it takes an active subscription. */
  readonly checksSubscription: boolean;
  /** Whose places may be named, beside the tenant's own; null: everybody's. */
  readonly placesOf: number | null;
}

import type { Position } from "@tocsin/domain";
import { type RaiseOutcome, type RaiseQueue, raiseCalloutForPerson } from "../callouts/index.ts";
import type { Capabilities } from "../capabilities.ts";
import type { Queryable } from "../db/index.ts";
import { AppError, notFound } from "../errors.ts";
import { isEntitled } from "../subscriptions/index.ts";
import { findRaiseSubject, type RaiseSubject } from "./subject-store.ts";
import type { PersonRaise } from "./types.ts";

export interface PersonRaiseCapabilities extends Pick<Capabilities, "clock" | "random" | "changes"> {
  readonly raises: RaiseQueue;
  /** The pool; or a transaction of the caller's that the raise must commit with. */
  readonly db: Queryable;
  /** Whether `db` is that transaction. */
  readonly keyed: boolean;
}

/**
 * Raises a callout for a person, or adds to the one that runs. Resolves once it is on disk and dispatch is armed.
 * @throws AppError `not-found`: no such customer, no such place; `subscription-required`
 */
export async function raiseForPerson(
  capabilities: PersonRaiseCapabilities,
  raise: PersonRaise,
): Promise<Exclude<RaiseOutcome, { kind: "absent" }>> {
  const { db, raises, keyed } = capabilities;
  const { partner, customerId, responseTypeId, classificationId, internalTest, by } = raise;
  const { customerSourceId, policies } = partner;
  const asked = "fixedLocationId" in raise.where ? raise.where.fixedLocationId : null;
  const subject = await findRaiseSubject(db, customerSourceId, customerId, asked, raise.placesOf);
  if (!subject) throw notFound(`Customer ${customerId}`);
  const position = "fixedLocationId" in raise.where ? positionOf(subject) : raise.where;
  if (!position) throw notFound(`Fixed location ${asked}`);
  await refuseUnentitled(capabilities, raise, subject);
  const command = {
    customerSourceId,
    customerId,
    isForPerson: !subject.isHouseAccount,
    fixedLocationId: asked,
    request: {
      responseTypeId,
      classificationId,
      internalTest,
      installerIdentifier: null,
      externalReferenceId: subject.place?.externalReferenceId ?? null,
      position,
    },
    by,
    timing: policies.timing,
  };
  const outcome = keyed
    ? await raiseCalloutForPerson(capabilities, db, command)
    : await raises.raiseForPerson(command);
  // deleted between our look and the raise
  if (outcome.kind === "absent") throw notFound(`Customer ${customerId}`);
  return outcome;
}

function positionOf({ place }: RaiseSubject): Position | null {
  return place && { latitude: place.latitude, longitude: place.longitude, accuracy: null };
}

/**
 * A new callout takes an active subscription, unless people may try before they sign up and this is their first ever. What
 * adds to one that runs takes none: whoever presses the button again is in the same trouble still.
 */
async function refuseUnentitled(
  { db, clock }: PersonRaiseCapabilities,
  { partner, customerId, checksSubscription }: PersonRaise,
  { isHouseAccount, hasRaised, isUnderWay }: RaiseSubject,
): Promise<void> {
  if (!checksSubscription || isHouseAccount || isUnderWay) return;
  if (partner.policies.tryBeforeSignup && !hasRaised) return;
  if (await isEntitled(db, partner.customerSourceId, customerId, clock.now())) return;
  throw new AppError(
    "subscription-required",
    `Customer ${customerId} has no active subscription, and a callout for a person takes one.`,
  );
}

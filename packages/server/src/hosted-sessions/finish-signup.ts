import type { Capabilities, Clock, Random } from "../capabilities.ts";
import { createCustomer } from "../customers/index.ts";
import type { Queryable } from "../db/index.ts";
import { AppError } from "../errors.ts";
import { type AreaKnowledge, createLocation } from "../locations/index.ts";
import type { Partner } from "../partners/index.ts";
import type { PageAddress } from "./page-address.ts";
import { cancelled, completed, failed, isPending, signupAt } from "./signup-state.ts";
import { lockSignup, saveSignup } from "./signup-store.ts";
import type { Signup } from "./types.ts";

/** What the person wrote on the page, checked. */
export interface SignupForm {
  readonly name: string;
  readonly surname: string;
  readonly mobile: string;
  readonly email: string | null;
  /** Of the place, when there is one; decimal text. */
  readonly site: {
    readonly latitude: string;
    readonly longitude: string;
    readonly formattedAddress: string | null;
  } | null;
}

interface FinishMeans extends AreaKnowledge {
  readonly db: Queryable;
  readonly clock: Clock;
  readonly changes: Capabilities["changes"];
  readonly random: Random;
}

/**
 * Registers the person, and the place where there is one: both or neither. A session that is over stays as it is, so that a form
 * sent twice registers one person.
 * @param address of a session that was opened with it
 * @throws AppError `mobile-taken`, `invalid-request` naming mobile: the person may try again
 */
export async function completeSignup(
  means: FinishMeans,
  partner: Partner,
  address: PageAddress,
  form: SignupForm,
): Promise<Signup> {
  try {
    return await finish(means, address, (tx, signup) =>
      registerPerson({ ...means, db: tx }, partner, signup, form),
    );
  } catch (error) {
    // nothing that the person could write differently
    if (!(error instanceof AppError) || error.code !== "reference-taken") throw error;
    return finish(means, address, async (_tx, signup) =>
      failed(signup, "site_reference_taken", means.clock.now()),
    );
  }
}

/** The person does not want to. A session that is over stays as it is. */
export function cancelSignup(means: FinishMeans, address: PageAddress): Promise<Signup> {
  return finish(means, address, async (_tx, signup) => cancelled(signup, means.clock.now()));
}

/** Takes a pending session to its end; any other is given back as it is. */
async function finish(
  { db, clock }: FinishMeans,
  address: PageAddress,
  step: (tx: Queryable, signup: Signup) => Promise<Signup>,
): Promise<Signup> {
  return db.transaction(async (tx) => {
    const held = await lockSignup(tx, address);
    if (!held) throw new Error(`Sign-up session ${address.sessionId} is gone, though it was opened`);
    const signup = signupAt(held, clock.now());
    if (!isPending(signup)) return signup;
    const finished = await step(tx, signup);
    await saveSignup(tx, finished);
    return finished;
  });
}

async function registerPerson(
  means: FinishMeans,
  { customerSourceId, policies }: Partner,
  signup: Signup,
  { name, surname, mobile, email, site }: SignupForm,
): Promise<Signup> {
  const externalReferenceId = signup.customerReferenceId ?? undefined;
  const details = {
    ...(email === null ? {} : { email }),
    ...(externalReferenceId ? { externalReferenceId } : {}),
  };
  const customer = await createCustomer(means, means.db, {
    customerSourceId,
    defaultRegion: policies.defaultRegion,
    person: { name, surname, mobile, details },
    subscription: null,
    familySubscriptionId: null,
  });
  const siteId = site && (await registerSite(means, signup, customer.id, site));
  return completed(signup, { customerId: customer.id, siteId }, means.clock.now());
}

async function registerSite(
  means: FinishMeans,
  { id, customerSourceId, siteDetails }: Signup,
  customerId: number,
  { latitude, longitude, formattedAddress }: NonNullable<SignupForm["site"]>,
): Promise<number> {
  const reference = siteDetails?.siteReferenceId ?? `signup-${id}`;
  const location = await createLocation(means, means.db, customerSourceId, {
    customerId,
    externalReferenceId: reference,
    locationIdentifier: siteDetails?.siteName ?? reference,
    latitude,
    longitude,
    formattedAddress,
    calloutLocationTypeId: null,
    locationDescription: null,
    locationAdditionalInformation: null,
    w3w: null,
    duressCode: null,
  });
  return location.id;
}

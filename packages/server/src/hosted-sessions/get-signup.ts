import type { Clock } from "../capabilities.ts";
import type { Queryable } from "../db/index.ts";
import { AppError, notFound } from "../errors.ts";
import { letIn, type PageAddress } from "./page-address.ts";
import { signupAt } from "./signup-state.ts";
import { findSignup } from "./signup-store.ts";
import type { Signup } from "./types.ts";

interface ReadMeans {
  readonly db: Queryable;
  readonly clock: Clock;
}

/** For the partner. @throws AppError `not-found`: no such session, or another tenant's */
export async function getSignup(
  { db, clock }: ReadMeans,
  key: { readonly customerSourceId: number; readonly sessionId: string },
): Promise<Signup> {
  const signup = await findSignup(db, key);
  if (!signup) throw notFound(`Sign-up session ${key.sessionId}`);
  return signupAt(signup, clock.now());
}

/** For the person whose page it is; undefined to everybody else. */
export async function openSignup(
  { db, clock }: ReadMeans,
  address: PageAddress,
): Promise<Signup | undefined> {
  const signup = letIn(await findSignup(db, address), address);
  return signup && signupAt(signup, clock.now());
}

/**
 * The customer whom a session registered: whose token the partner may have.
 * @throws AppError `not-found`; `signup-state` unless it is completed
 */
export async function signedUpCustomer(
  means: ReadMeans,
  key: { readonly customerSourceId: number; readonly sessionId: string },
): Promise<number> {
  const { status, customerId } = await getSignup(means, key);
  if (customerId !== null) return customerId;
  const message = `The sign-up is ${status}, so there is no customer to have a token. Wait until it is completed.`;
  throw new AppError("signup-state", message);
}

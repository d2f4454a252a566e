import type { Clock, Random } from "../capabilities.ts";
import type { Queryable } from "../db/index.ts";
import { makePageToken } from "./page-address.ts";
import { insertSignup } from "./signup-store.ts";
import type { Signup, SignupInput } from "./types.ts";

/** Long enough for a link that was sent in the evening. */
const lifetime = { hours: 24 };

export interface SessionMeans {
  readonly db: Queryable;
  readonly clock: Clock;
  readonly random: Random;
}

/** Opens a page on which one person may sign up, once. */
export async function createSignup(
  { db, clock, random }: SessionMeans,
  customerSourceId: number,
  input: SignupInput,
): Promise<Signup> {
  const now = clock.now();
  const expiresAt = now.add(lifetime);
  return insertSignup(db, customerSourceId, { ...input, token: makePageToken(random) }, { now, expiresAt });
}

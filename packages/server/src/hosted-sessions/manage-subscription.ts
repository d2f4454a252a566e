import type { Clock } from "../capabilities.ts";
import type { Queryable } from "../db/index.ts";
import type { SessionMeans } from "./create-signup.ts";
import { findManagement, insertManagement } from "./management-store.ts";
import { letIn, makePageToken, type PageAddress } from "./page-address.ts";
import type { ManagementSession } from "./types.ts";

/** As long as somebody looks at a page; whoever finds the address later finds nothing. */
const lifetime = { minutes: 30 };

export interface ManagementInput {
  readonly customerSourceId: number;
  readonly customerId: number;
  readonly returnUrl: string;
  readonly locale: string | null;
}

/** Opens a page on which a customer may look after their subscription. */
export async function createManagement(
  { db, clock, random }: SessionMeans,
  input: ManagementInput,
): Promise<ManagementSession> {
  const createdAt = clock.now();
  const expiresAt = createdAt.add(lifetime);
  return insertManagement(db, { ...input, token: makePageToken(random), createdAt, expiresAt });
}

/** The session behind an address, for whoever has all of it and comes in time. */
export async function openManagement(
  { db, clock }: { readonly db: Queryable; readonly clock: Clock },
  address: PageAddress,
): Promise<ManagementSession | undefined> {
  const session = letIn(await findManagement(db, address), address);
  const isLate = session && Temporal.Instant.compare(clock.now(), session.expiresAt) >= 0;
  return isLate ? undefined : session;
}

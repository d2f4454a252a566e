import type { Capabilities } from "../capabilities.ts";
import type { Queryable } from "../db/index.ts";
import { AppError } from "../errors.ts";
import { announceChange, lockPartner, someClientIds } from "./partner-store.ts";
import type { PolicyOverrides } from "./policies.ts";

interface LockedPartner {
  readonly customerSourceId: number;
  readonly policies: PolicyOverrides;
}

/**
 * Runs `change` on a tenant that nobody else changes meanwhile, and tells every node when it is committed.
 * @throws AppError `not-found` naming the client ids there are
 */
export async function changePartner<T>(
  { db }: Pick<Capabilities, "db">,
  clientId: string,
  change: (tx: Queryable, partner: LockedPartner) => Promise<T>,
): Promise<T> {
  return db.transaction(async (tx) => {
    const partner = await lockPartner(tx, clientId);
    if (!partner) throw unknownPartner(clientId, await someClientIds(tx));
    const result = await change(tx, partner);
    await announceChange(tx, partner.customerSourceId);
    return result;
  });
}

function unknownPartner(clientId: string, known: readonly string[]): AppError {
  const there = known.length > 0 ? `There are: ${known.join(", ")}.` : "There is none yet.";
  return new AppError("not-found", `There is no partner ${JSON.stringify(clientId)}. ${there}`);
}

import { createHash } from "node:crypto";
import type { Subscription } from "./types.ts";

/**
 * Names the cancellation of a subscription, for whoever keeps a record of it: the same however often it is asked for, and
 * another one for every other. It opens no door.
 */
export function cancellationToken({ customerSourceId, id, cancelledAt }: Subscription): string {
  if (cancelledAt === null) throw new TypeError(`Subscription ${id} is not cancelled`);
  const named = JSON.stringify([customerSourceId, id, cancelledAt.toString()]);
  return createHash("sha256").update(named).digest("base64url");
}

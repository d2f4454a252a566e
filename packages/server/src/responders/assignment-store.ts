import { type Queryable, sql } from "../db/index.ts";
import { AppError } from "../errors.ts";

const running = sql(
  "responder-running-assignment",
  `select responder_id as "responderId", callout_id as "calloutId" from assignment
  where responder_id = any($1::bigint[]) and state in ('assigned', 'onScene') limit 1`,
);

/**
 * For what can't be done while somebody is on the way or on scene.
 * @param responderIds held by the caller's transaction
 * @throws AppError `responder-assigned`
 */
export async function refuseAssigned(tx: Queryable, responderIds: readonly number[]): Promise<void> {
  const [row] = await tx.query<{ responderId: number; calloutId: number }>(running(responderIds));
  if (!row) return;
  throw new AppError(
    "responder-assigned",
    `Responder ${row.responderId} is assigned to callout ${row.calloutId}: it must be completed or aborted, or the responder stood down, first.`,
  );
}

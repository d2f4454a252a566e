import { system } from "@tocsin/domain";
import { installation, recordAudit } from "../audit/index.ts";
import type { Capabilities } from "../capabilities.ts";
import type { Queryable } from "../db/index.ts";
import { changeVisit } from "./change-visit.ts";
import type { Visit } from "./types.ts";
import { lockOverdueVisits } from "./visit-store.ts";

const missedAtOnce = 50;

/**
 * Visits whose window is over with nobody there become missed, which alarms the control room; each once, whatever node looks,
 * since a visit that is missed is awaited no more.
 * @returns how many
 */
export async function missVisits({
  db,
  clock,
  changes,
}: Pick<Capabilities, "db" | "clock" | "changes">): Promise<number> {
  return db.transaction(async (tx) => {
    const now = clock.now();
    const overdue = await lockOverdueVisits(tx, now, missedAtOnce);
    for (const visit of overdue) await miss(tx, visit, now);
    if (overdue.length > 0) tx.afterCommit(changes.signal);
    return overdue.length;
  });
}

async function miss(tx: Queryable, visit: Visit, now: Temporal.Instant): Promise<void> {
  const { customerSourceId, id, requestId, endsAt, responderId } = visit;
  await changeVisit(tx, visit, { event: { type: "windowEnded" }, by: system }, now);
  const subject = { kind: "visit", id, customerSourceId } as const;
  const body = { scheduledRequestId: requestId, endsAt: endsAt.toString(), responderId };
  await recordAudit(tx, { actor: installation, action: "miss-visit", subject, body }, now);
}

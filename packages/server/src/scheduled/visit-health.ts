import { type Queryable, sql } from "../db/index.ts";

const recentHours = 24;

const counts = sql(
  "visit-health",
  `select
    (select min(ends_at) from scheduled_occurrence where phase in ('planned', 'assigned') and ends_at <= $1) as overdue_since,
    (select count(*) from scheduled_occurrence where phase = 'missed' and missed_at > $2) as missed,
    (select max(missed_at) from scheduled_occurrence where phase = 'missed' and missed_at > $2) as missed_at`,
);

/** How well visits are watched over. */
export interface VisitHealth {
  /** How late the clockwork is in noticing that nobody came; 0: it is not. */
  readonly lagSeconds: number;
  /** Missed within a day, and when the last one was. */
  readonly missed: number;
  readonly lastMissedAt: Temporal.Instant | null;
}

export async function readVisitHealth(db: Queryable, now: Temporal.Instant): Promise<VisitHealth> {
  const since = now.subtract({ hours: recentHours });
  const [row] = await db.query<{
    overdue_since: Temporal.Instant | null;
    missed: number;
    missed_at: Temporal.Instant | null;
  }>(counts(now.toString(), since.toString()));
  const lagSeconds = row?.overdue_since ? now.since(row.overdue_since).total("seconds") : 0;
  return { lagSeconds, missed: row?.missed ?? 0, lastMissedAt: row?.missed_at ?? null };
}

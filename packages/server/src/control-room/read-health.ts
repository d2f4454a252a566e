import type { Capabilities } from "../capabilities.ts";
import { probeDatabase, sql } from "../db/index.ts";
import type { Fleet } from "../responders/index.ts";
import { readVisitHealth, type VisitHealth } from "../scheduled/index.ts";
import { readWebhookBacklog } from "../webhooks/index.ts";

/** Deadlines come due all the time; one that waits for longer than this waits for an engine that hangs. */
const lagAllowedSeconds = 5;
/** Of a responder on duty; older ones are not ranked by default. */
const freshSeconds = 120;

const clockwork = sql(
  "health-clockwork",
  `select count(*) filter (where due_at <= $1) as overdue, count(*) as running,
    (array_agg(callout_id order by due_at))[1] as callout_id, (array_agg(kind order by due_at))[1] as kind, min(due_at) as due_at
  from deadline`,
);

/** The promise that no open callout waits unseen, asked of the database: always 0. */
const unwatched = sql(
  "health-unwatched",
  `select count(*) as count from callout c where c.phase <> 'closed'
    and not exists (select from deadline d where d.customer_source_id = c.customer_source_id and d.callout_id = c.id)`,
);

export interface Health {
  readonly isWell: boolean;
  readonly engine: {
    readonly isWell: boolean;
    /** How late the engine is: the age of the oldest deadline that is due; 0 when none is. */
    readonly lagSeconds: number;
    readonly runningDeadlines: number;
    readonly overdueDeadlines: number;
    readonly oldestOverdue: OverdueDeadline | null;
    /** Open callouts that no deadline watches over: 0, or the promise is broken. */
    readonly unwatchedCallouts: number;
  };
  readonly visits: VisitHealth & { readonly isWell: boolean };
  readonly database: { readonly isWell: boolean; readonly problem: string | null };
  /** What partners are still to be told, and how long ago the oldest of it happened. */
  readonly webhooks: { readonly backlog: number; readonly oldestSeconds: number | null };
  readonly positionFeeds: readonly PositionFeed[];
}

export interface OverdueDeadline {
  readonly calloutId: number;
  readonly kind: string;
  readonly dueAt: Temporal.Instant;
}

/** How well a supplier's responders on duty are seen. */
export interface PositionFeed {
  readonly supplierId: number;
  readonly name: string;
  readonly onDuty: number;
  /** With a position that is fresh enough to be ranked by. */
  readonly fresh: number;
  /** Of the newest position and of the oldest; null when none was ever received. */
  readonly newestSeconds: number | null;
  readonly oldestSeconds: number | null;
}

/** How the installation is doing, part by part. */
export async function readHealth({
  db,
  clock,
  fleet,
}: Pick<Capabilities, "db" | "clock"> & { readonly fleet: Fleet }): Promise<Health> {
  const now = clock.now();
  const [engine, watched, problem, webhooks] = await Promise.all([
    readEngine(db, now),
    readVisitHealth(db, now),
    probeDatabase(db),
    readBacklog(db, now),
  ]);
  const database = { isWell: problem === null, problem };
  const positionFeeds = readFeeds(fleet, now);
  const visits = { ...watched, isWell: watched.lagSeconds <= lagAllowedSeconds };
  const isWell = engine.isWell && visits.isWell && database.isWell;
  return { isWell, engine, visits, database, webhooks, positionFeeds };
}

type Clockwork = {
  readonly overdue: number;
  readonly running: number;
  readonly callout_id: number | null;
  readonly kind: string | null;
  readonly due_at: Temporal.Instant | null;
};

async function readEngine(db: Capabilities["db"], now: Temporal.Instant): Promise<Health["engine"]> {
  const [[found], [open]] = await Promise.all([
    db.query<Clockwork>(clockwork(now.toString())),
    db.query<{ count: number }>(unwatched()),
  ]);
  const {
    overdue = 0,
    running = 0,
    callout_id: calloutId = null,
    kind = null,
    due_at: dueAt = null,
  } = found ?? {};
  const isOverdue = overdue > 0 && calloutId !== null && kind !== null && dueAt !== null;
  const lagSeconds = isOverdue ? now.since(dueAt).total("seconds") : 0;
  const unwatchedCallouts = open?.count ?? 0;
  return {
    isWell: lagSeconds <= lagAllowedSeconds && unwatchedCallouts === 0,
    lagSeconds,
    runningDeadlines: running,
    overdueDeadlines: overdue,
    oldestOverdue: isOverdue ? { calloutId, kind, dueAt } : null,
    unwatchedCallouts,
  };
}

async function readBacklog(db: Capabilities["db"], now: Temporal.Instant): Promise<Health["webhooks"]> {
  const { count, oldestAt } = await readWebhookBacklog(db);
  return { backlog: count, oldestSeconds: oldestAt && ageSeconds(oldestAt, now) };
}

function readFeeds(fleet: Fleet, now: Temporal.Instant): PositionFeed[] {
  const onDuty = [...fleet.entries()].filter(
    ({ responder }) => responder.onDuty && responder.disabledAt === null,
  );
  const bySupplier = Map.groupBy(onDuty, ({ responder }) => responder.supplierId);
  return Array.from(bySupplier, ([supplierId, entries]) => {
    const ages = entries.flatMap(({ fix }) => (fix ? [ageSeconds(fix.recordedAt, now)] : []));
    return {
      supplierId,
      name: entries[0]?.responder.supplierName ?? "",
      onDuty: entries.length,
      fresh: ages.filter((age) => age <= freshSeconds).length,
      newestSeconds: ages.length > 0 ? Math.min(...ages) : null,
      oldestSeconds: ages.length > 0 ? Math.max(...ages) : null,
    };
  }).toSorted((one, other) => one.supplierId - other.supplierId);
}

function ageSeconds(at: Temporal.Instant, now: Temporal.Instant): number {
  return Math.max(0, now.since(at).total("seconds"));
}

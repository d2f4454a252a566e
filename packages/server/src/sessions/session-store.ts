import { type Queryable, sql } from "../db/index.ts";
import type { SessionKind, SessionSubject } from "./types.ts";

/** Notified when sessions have ended: whoever remembers some looks again. */
export const sessionsEnded = "sessions_ended";

/** Rows of the past are swept by whoever signs in next, a few at a time. */
const insert = sql(
  "session-insert",
  `with swept as (
    delete from session where token_sha256 in (
      select token_sha256 from session where expires_at <= $4 order by expires_at limit 20 for update skip locked)
  )
  insert into session (token_sha256, kind, subject_id, created_at, expires_at) values ($1, $2, $3, $4, $5)`,
);

const find = sql(
  "session-find",
  `select kind, subject_id as "subjectId", expires_at as "expiresAt" from session where token_sha256 = $1`,
);

const end = sql(
  "session-end",
  `with ended as (delete from session where token_sha256 = $1 returning 1)
  select pg_notify('${sessionsEnded}', '') from ended`,
);

const endAllOf = sql(
  "session-end-all-of",
  `with ended as (delete from session where kind = $1 and subject_id = any($2::bigint[]) returning 1)
  select pg_notify('${sessionsEnded}', '') from ended limit 1`,
);

const clear = sql(
  "session-clear",
  `delete from session where token_sha256 in (
    select token_sha256 from session where expires_at <= $1 order by expires_at limit $2 for update skip locked)
  returning 1`,
);

export interface StoredSession extends SessionSubject {
  readonly expiresAt: Temporal.Instant;
}

export async function insertSession(
  db: Queryable,
  tokenSha256: Buffer,
  { kind, subjectId, expiresAt }: StoredSession,
  now: Temporal.Instant,
): Promise<void> {
  await db.query(insert(tokenSha256, kind, subjectId, now.toString(), expiresAt.toString()));
}

export async function findSession(db: Queryable, tokenSha256: Buffer): Promise<StoredSession | undefined> {
  const [row] = await db.query<StoredSession>(find(tokenSha256));
  return row;
}

export async function deleteSession(db: Queryable, tokenSha256: Buffer): Promise<void> {
  await db.query(end(tokenSha256));
}

/** Ends every session of these subjects, on all nodes, when the transaction commits. */
export async function endSessions(
  db: Queryable,
  kind: SessionKind,
  subjectIds: readonly number[],
): Promise<void> {
  await db.query(endAllOf(kind, subjectIds));
}

/** Removes sessions that are over, at most so many. @returns how many */
export async function clearSessions(db: Queryable, now: Temporal.Instant, limit: number): Promise<number> {
  return (await db.query(clear(now.toString(), limit))).length;
}

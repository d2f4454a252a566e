import { type Queryable, sql } from "../db/index.ts";
import { AppError } from "../errors.ts";

/** A request under an Idempotency-Key (IETF draft; panic-v2 §1.9). */
export interface KeyedRequest {
  readonly customerSourceId: number;
  readonly operation: string;
  readonly key: string;
  /** SHA-256 over what makes two requests the same: the parameters of the path and query, and the body. */
  readonly requestSha256: Buffer;
}

export interface StoredAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** How long a key is remembered. */
const rememberedHours = 24;

const lock = sql("idempotency-lock", "select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as locked");
const find = sql(
  "idempotency-find",
  `select request_sha256, status, body, headers from idempotency_key
  where customer_source_id = $1 and operation = $2 and key = $3 and created_at > $4`,
);
const store = sql(
  "idempotency-store",
  `insert into idempotency_key (customer_source_id, operation, key, request_sha256, status, body, headers, created_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (customer_source_id, operation, key) do update
    set request_sha256 = excluded.request_sha256, status = excluded.status, body = excluded.body,
      headers = excluded.headers, created_at = excluded.created_at`,
);

/**
 * Each new key makes room for itself: what nobody remembers any more goes, two at a time, so the table stays as large as a
 * day. After the store and skipping what is locked, so that no two of these ever wait for each other.
 */
const forget = sql(
  "idempotency-forget",
  `delete from idempotency_key where (customer_source_id, operation, key) in (
    select customer_source_id, operation, key from idempotency_key where created_at <= $1
    order by created_at limit 2 for update skip locked)`,
);

/**
 * Runs `work` once for a key: its effects and its answer commit together, so a process that dies leaves both or neither.
 * The first in flight holds an advisory lock that vanishes with its connection, so nothing stays locked after a crash.
 * @param work gets the transaction everything must be written through; what it throws is not stored
 * @throws AppError 409 when the first is still in flight, or when the key was used for another request
 */
export async function runOnce(
  db: Queryable,
  request: KeyedRequest,
  now: Temporal.Instant,
  work: (tx: Queryable) => Promise<StoredAnswer>,
): Promise<StoredAnswer> {
  const { customerSourceId, operation, key, requestSha256 } = request;
  return db.transaction(async (tx) => {
    const [row] = await tx.query<{ locked: boolean }>(lock(`${customerSourceId} ${operation} ${key}`));
    if (!row?.locked) {
      throw new AppError(
        "idempotency-key-in-use",
        "A request with this Idempotency-Key is still in flight. Try again in a moment.",
      );
    }
    const since = now.subtract({ hours: rememberedHours }).toString();
    const [stored] = await tx.query<StoredAnswer & { request_sha256: Buffer }>(
      find(customerSourceId, operation, key, since),
    );
    if (stored && !stored.request_sha256.equals(requestSha256)) {
      throw new AppError(
        "idempotency-key-reused",
        "This Idempotency-Key was used for another request. Use a new key for a new request.",
      );
    }
    if (stored) return { status: stored.status, body: stored.body, headers: stored.headers ?? {} };
    const answer = await work(tx);
    const body = JSON.stringify(answer.body ?? null);
    await tx.query(
      store(
        customerSourceId,
        operation,
        key,
        requestSha256,
        answer.status,
        body,
        JSON.stringify(answer.headers ?? {}),
        now.toString(),
      ),
    );
    await tx.query(forget(since));
    return answer;
  });
}

import { type Queryable, sql } from "../db/index.ts";
import type { AuditActorKind, AuditEntry, AuditNote, AuditSubject } from "./types.ts";

const insert = sql(
  "audit-insert",
  `insert into audit_entry (at, actor_kind, actor_id, actor_name, action, customer_source_id, subject_kind, subject_id, body)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);

const list = sql(
  "audit-list",
  `select id, at, actor_kind, actor_id, actor_name, action, customer_source_id, subject_kind, subject_id, body
  from audit_entry where id < $1 order by id desc limit $2`,
);

interface AuditRow {
  readonly id: number;
  readonly at: Temporal.Instant;
  readonly actor_kind: AuditActorKind;
  readonly actor_id: number | null;
  readonly actor_name: string | null;
  readonly action: string;
  readonly customer_source_id: number | null;
  readonly subject_kind: AuditSubject["kind"] | null;
  readonly subject_id: number | null;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Keeps who did what. Give it the transaction of the action itself: one is never there without the other. */
export async function recordAudit(tx: Queryable, note: AuditNote, now: Temporal.Instant): Promise<void> {
  const { actor, action, subject, body } = note;
  await tx.query(
    insert(
      now.toString(),
      actor.kind,
      actor.id,
      actor.name,
      action,
      subject?.customerSourceId ?? null,
      subject?.kind ?? null,
      subject?.id ?? null,
      JSON.stringify(body),
    ),
  );
}

export interface AuditPage {
  /** The newest first. */
  readonly entries: readonly AuditEntry[];
  /** The id that the next page starts below; null on the last page. */
  readonly nextBeforeId: number | null;
}

/** @param beforeId entries below this id; null: from the newest on */
export async function listAudit(
  db: Queryable,
  { beforeId, limit }: { readonly beforeId: number | null; readonly limit: number },
): Promise<AuditPage> {
  const rows = await db.query<AuditRow>(list(beforeId ?? Number.MAX_SAFE_INTEGER, limit + 1));
  const entries = rows.slice(0, limit).map(readEntry);
  const last = entries.at(-1);
  return { entries, nextBeforeId: rows.length > limit && last ? last.id : null };
}

function readEntry(row: AuditRow): AuditEntry {
  const { subject_kind: kind, subject_id: id } = row;
  return {
    id: row.id,
    at: row.at,
    actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
    action: row.action,
    subject: kind === null || id === null ? null : { kind, id, customerSourceId: row.customer_source_id },
    body: row.body,
  };
}

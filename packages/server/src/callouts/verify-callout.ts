import type { ActorKind, TimelineBody, TimelineKind } from "@tocsin/domain";
import { type Queryable, sql } from "../db/index.ts";
import { type ChainEnds, type ChainFault, type StoredLine, verifyChain } from "./verify-chain.ts";

/** What recomputing a callout's timeline found. */
export interface ChainReport {
  readonly customerSourceId: number;
  readonly clientId: string;
  readonly calloutId: number;
  /** Of every entry, hexadecimal; a resolution report shows the one that was the newest on its day. */
  readonly hashes: readonly string[];
  readonly faults: readonly ChainFault[];
}

/** By way of the tenants, so that the primary key finds it. */
const findEnds = sql(
  "chain-ends",
  `select s.id as "customerSourceId", s.client_id as "clientId", c.tracking_token as "trackingToken", c.sequence,
    c.last_hash as "lastHash"
  from customer_source s join callout c on c.customer_source_id = s.id and c.id = $1 order by s.id`,
);

const readLines = sql(
  "chain-lines",
  `select id, sequence, kind, actor, actor_id, actor_name, body::text as body, at, hash from callout_event
  where customer_source_id = $1 and callout_id = $2 order by sequence`,
);

/** How PostgreSQL would store what we read: a number may be written in more digits than any reader of ours would see. */
const rewrite = sql(
  "chain-rewrite",
  "select body::text as body from unnest($1::jsonb[]) with ordinality as t(body, ord) order by ord",
);

interface LineRow {
  readonly id: number;
  readonly sequence: number;
  readonly kind: TimelineKind;
  readonly actor: ActorKind;
  readonly actor_id: number | null;
  readonly actor_name: string | null;
  readonly body: string;
  readonly at: Temporal.Instant;
  readonly hash: Buffer;
}

/** Entries go on being added while we read: all of it is read as it was at one instant. */
const oneInstant = sql("chain-one-instant", "set transaction isolation level repeatable read, read only");

/**
 * Recomputes the timelines of the callout with this id from what is stored.
 * @returns a report for each tenant that has such a callout: one, or none
 */
export async function verifyCallout(db: Queryable, calloutId: number): Promise<ChainReport[]> {
  return db.transaction(async (tx) => {
    await tx.query(oneInstant());
    const found = await tx.query<ChainEnds & Pick<ChainReport, "customerSourceId" | "clientId">>(
      findEnds(calloutId),
    );
    const reports: ChainReport[] = [];
    for (const { customerSourceId, clientId, ...ends } of found) {
      const lines = await readStoredLines(tx, customerSourceId, calloutId);
      const faults = verifyChain(ends, lines);
      const hashes = lines.map(({ hash }) => hash.toString("hex"));
      reports.push({ customerSourceId, clientId, calloutId, hashes, faults });
    }
    return reports;
  });
}

async function readStoredLines(
  tx: Queryable,
  customerSourceId: number,
  calloutId: number,
): Promise<StoredLine[]> {
  const rows = await tx.query<LineRow>(readLines(customerSourceId, calloutId));
  const bodies = rows.map(({ body }) => JSON.parse(body) as TimelineBody);
  const rewritten = await tx.query<{ body: string }>(rewrite(bodies.map((body) => JSON.stringify(body))));
  return rows.map(({ actor, actor_id, actor_name, body: text, ...row }, index) => ({
    ...row,
    actor: { kind: actor, id: actor_id, name: actor_name },
    body: bodies[index] ?? {},
    isBodyAsWritten: rewritten[index]?.body === text,
  }));
}

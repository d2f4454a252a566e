import { type Actor, exceptionReasons, type TimingPolicy } from "@tocsin/domain";
import { type Queryable, sql } from "../db/index.ts";
import { type ChangeCapabilities, changeCallout } from "./change-callout.ts";

export interface ExceptionReason {
  readonly id: number;
  readonly calloutId: number;
  readonly reasonId: number;
  readonly reason: string;
  readonly notes: string | null;
  readonly createdAt: Temporal.Instant;
}

interface ReasonRow {
  readonly id: number;
  readonly reason_id: number;
  readonly notes: string | null;
  readonly created_at: Temporal.Instant;
}

const insert = sql(
  "exception-reason-insert",
  `insert into exception_reason (customer_source_id, callout_id, reason_id, notes, created_at) values ($1, $2, $3, $4, $5)
  returning id, reason_id, notes, created_at`,
);

const list = sql(
  "exception-reason-list",
  `select id, reason_id, notes, created_at from exception_reason where customer_source_id = $1 and callout_id = $2 order by id`,
);

export const standardExceptionReasons = exceptionReasons;

/** On the timeline a reason is a comment that says where it comes from. */
const source = "exceptionReason";

/**
 * Records why a callout went another way than it should have; at any time, as words are welcome at any time. It goes on the
 * timeline too, where the control room reads it and the chain proves it.
 * @param command its `reasonId` is one of the standard reasons'
 * @returns undefined when the tenant has no such callout
 */
export async function recordExceptionReason(
  capabilities: ChangeCapabilities,
  command: {
    readonly customerSourceId: number;
    readonly calloutId: number;
    readonly timing: TimingPolicy;
    readonly reasonId: number;
    readonly notes: string | null;
    readonly by: Actor;
  },
): Promise<ExceptionReason | undefined> {
  const { customerSourceId, calloutId, timing, reasonId, notes, by } = command;
  const message = notes === null ? reasonText(reasonId) : `${reasonText(reasonId)}: ${notes}`;
  return capabilities.db.transaction(async (db) => {
    const change = { customerSourceId, calloutId, timing };
    const event = () => ({ type: "commented", message, source, by }) as const;
    if (!(await changeCallout({ ...capabilities, db }, { ...change, event }))) return undefined;
    const now = capabilities.clock.now().toString();
    const [row] = await db.query<ReasonRow>(insert(customerSourceId, calloutId, reasonId, notes, now));
    if (!row) throw new Error(`The exception reason of callout ${calloutId} was not stored`);
    return readReason(calloutId, row);
  });
}

/** What was recorded for a callout, oldest first. */
export async function listExceptionReasons(
  db: Queryable,
  customerSourceId: number,
  calloutId: number,
): Promise<ExceptionReason[]> {
  const rows = await db.query<ReasonRow>(list(customerSourceId, calloutId));
  return rows.map((row) => readReason(calloutId, row));
}

function readReason(calloutId: number, row: ReasonRow): ExceptionReason {
  const { id, reason_id: reasonId, notes, created_at: createdAt } = row;
  return { id, calloutId, reasonId, reason: reasonText(reasonId), notes, createdAt };
}

function reasonText(reasonId: number): string {
  const reason = exceptionReasons.find(({ id }) => id === reasonId)?.reason;
  if (reason === undefined) throw new Error(`There is no exception reason ${reasonId}`);
  return reason;
}

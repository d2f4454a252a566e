import type { LeadProgress } from "@tocsin/domain";
import { type Queryable, sql } from "../db/index.ts";
import type { ControlLead, Lead, LeadInput, LeadQuery } from "./types.ts";

const columns = `lead.id, lead.number, lead.customer_source_id as "customerSourceId", mobile_number as "mobileNumber", source,
  customer_data as "customerData", status, processing_started_at as "processingStartedAt", converted_at as "convertedAt",
  failed_at as "failedAt", lead.created_at as "createdAt", lead.updated_at as "updatedAt"`;
const controlColumns = `${columns}, json_build_object('id', lead.customer_source_id, 'name', customer_source.name) as "customerSource"`;

const insert = sql(
  "lead-insert",
  `insert into lead (customer_source_id, mobile_number, source, customer_data, status, created_at, updated_at)
  values ($1, $2, $3, $4, 'RECEIVED', $5, $5) returning ${columns}`,
);

const find = sql("lead-find", `select ${columns} from lead where customer_source_id = $1 and id = $2`);

const lock = sql(
  "lead-lock",
  `select ${controlColumns} from lead join customer_source on customer_source.id = lead.customer_source_id
  where lead.id = $1 for update of lead`,
);

const saveProgress = sql(
  "lead-save-progress",
  `update lead set status = $3, processing_started_at = $4, converted_at = $5, failed_at = $6, updated_at = $7
  where customer_source_id = $1 and id = $2`,
);

const list = sql(
  "lead-list",
  `select ${controlColumns} from lead join customer_source on customer_source.id = lead.customer_source_id
  where lead.number < $1 and ($2::text is null or status = $2) order by lead.number desc limit $3`,
);

export async function insertLead(
  db: Queryable,
  customerSourceId: number,
  { mobileNumber, customerData, source }: LeadInput & { readonly source: string },
  now: Temporal.Instant,
): Promise<Lead> {
  const data = customerData && JSON.stringify(customerData);
  const [row] = await db.query<Lead>(insert(customerSourceId, mobileNumber, source, data, now.toString()));
  if (!row) throw new Error("The lead was not stored");
  return row;
}

export async function findLead(
  db: Queryable,
  customerSourceId: number,
  id: string,
): Promise<Lead | undefined> {
  const [row] = await db.query<Lead>(find(customerSourceId, id));
  return row;
}

/** Whoever's it is, for the control room. */
export async function lockLead(tx: Queryable, id: string): Promise<ControlLead | undefined> {
  const [row] = await tx.query<ControlLead>(lock(id));
  return row;
}

export async function saveLeadProgress(
  tx: Queryable,
  lead: Pick<Lead, "customerSourceId" | "id"> & LeadProgress,
  now: Temporal.Instant,
): Promise<void> {
  const { customerSourceId, id, status } = lead;
  const times = [lead.processingStartedAt, lead.convertedAt, lead.failedAt];
  const values = times.map((time) => time?.toString() ?? null);
  await tx.query(saveProgress(customerSourceId, id, status, ...values, now.toString()));
}

/** Those of all partners, the newest first. */
export function listLeadRows(
  db: Queryable,
  { status, beforeNumber, limit }: LeadQuery,
): Promise<ControlLead[]> {
  return db.query<ControlLead>(list(beforeNumber ?? Number.MAX_SAFE_INTEGER, status, limit));
}

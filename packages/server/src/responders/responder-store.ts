import { isUniqueViolation, type Queryable, sql } from "../db/index.ts";
import type { Fix, FleetEntry, Responder, ResponderInput, Shift } from "./types.ts";

/** Notified with the id when a responder's facts have changed. */
export const responderChanged = "responder_changed";

interface ResponderRow {
  readonly id: number;
  readonly supplier_id: number;
  readonly supplier_name: string;
  readonly is_demo: boolean;
  readonly name: string;
  readonly call_sign: string | null;
  readonly vehicle: string | null;
  readonly login: string;
  readonly response_types: readonly number[];
  readonly on_duty: boolean;
  readonly duty_until: Temporal.Instant | null;
  readonly disabled_at: Temporal.Instant | null;
}

interface FixRow {
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly accuracy: number | null;
  readonly speed: number | null;
  readonly heading: number | null;
  readonly recorded_at: Temporal.Instant | null;
}

const select = `select r.id, r.supplier_id, s.name as supplier_name, s.is_demo, r.name, r.call_sign, r.vehicle, r.login, r.response_types,
    r.on_duty, r.duty_until, greatest(r.disabled_at, s.disabled_at) as disabled_at,
    p.latitude, p.longitude, p.accuracy, p.speed, p.heading, p.recorded_at
  from responder r join supplier s on s.id = r.supplier_id left join responder_position p on p.responder_id = r.id`;

const readAll = sql("responder-read-all", `${select} order by r.id`);
const readSome = sql("responder-read-some", `${select} where r.id = any($1::bigint[])`);

const insert = sql(
  "responder-insert",
  `insert into responder (supplier_id, name, call_sign, vehicle, login, pin_hash, response_types, created_at, updated_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $8) on conflict (login) do nothing returning id`,
);

/** Whoever assigns something to one of them waits: a new assignment refers to its responder. */
const lock = sql(
  "responder-lock",
  "select id from responder where id = any($1::bigint[]) order by id for update",
);

const announce = sql(
  "responder-announce",
  `select pg_notify('${responderChanged}', id::text) from unnest($1::bigint[]) as id`,
);

const lockOf = sql(
  "responder-lock-of-supplier",
  "select id from responder where supplier_id = $1 order by id for update",
);

const save = sql(
  "responder-save",
  `update responder set supplier_id = $2, name = $3, call_sign = $4, vehicle = $5, login = $6, response_types = $7,
    pin_hash = coalesce($8, pin_hash), updated_at = $10::timestamptz,
    disabled_at = case when $9::boolean then coalesce(disabled_at, $10) when not $9 then null else disabled_at end
  where id = $1`,
);

const signIn = sql(
  "responder-sign-in",
  `select r.id, r.pin_hash as "pinHash" from responder r join supplier s on s.id = r.supplier_id
  where r.login = $1 and r.disabled_at is null and s.disabled_at is null and (not s.is_demo or $2)`,
);

const setDuty = sql(
  "responder-set-duty",
  "update responder set on_duty = $2, duty_until = $3, updated_at = $4 where id = $1",
);

/** Everybody, with the newest position that is on disk. */
export async function readFleet(db: Queryable): Promise<FleetEntry[]> {
  return (await db.query<ResponderRow & FixRow>(readAll())).map(readEntry);
}

/** One of them, as it is in the caller's transaction. */
export async function readResponder(tx: Queryable, id: number): Promise<Responder | undefined> {
  const [entry] = await readFleetEntries(tx, [id]);
  return entry?.responder;
}

export async function readFleetEntries(db: Queryable, ids: readonly number[]): Promise<FleetEntry[]> {
  return (await db.query<ResponderRow & FixRow>(readSome(ids))).map(readEntry);
}

/** The id; undefined when the login is taken. */
export async function insertResponder(
  tx: Queryable,
  responder: Omit<ResponderInput, "pin"> & { readonly pinHash: string },
  now: Temporal.Instant,
): Promise<number | undefined> {
  const { supplierId, name, callSign, vehicle, login, pinHash, responseTypes } = responder;
  const values = [supplierId, name, callSign ?? null, vehicle ?? null, login, pinHash, responseTypes];
  const [row] = await tx.query<{ id: number }>(insert(...values, now.toString()));
  return row?.id;
}

/** Holds these responders until the transaction ends, so that none of them is assigned anything meanwhile. */
export async function lockResponders(tx: Queryable, ids: readonly number[]): Promise<void> {
  await tx.query(lock(ids));
}

/** The same for everybody of a supplier; returns who that is. */
export async function lockRespondersOf(tx: Queryable, supplierId: number): Promise<number[]> {
  return (await tx.query<{ id: number }>(lockOf(supplierId))).map(({ id }) => id);
}

export interface ResponderSave extends Omit<ResponderInput, "pin"> {
  readonly id: number;
  /** Null: the PIN stays. */
  readonly pinHash: string | null;
  /** Null: stays as it is. */
  readonly disabled: boolean | null;
}

export async function saveResponder(
  tx: Queryable,
  next: ResponderSave,
  now: Temporal.Instant,
): Promise<void> {
  const { id, supplierId, name, callSign, vehicle, login, responseTypes, pinHash, disabled } = next;
  const facts = [supplierId, name, callSign, vehicle, login, responseTypes];
  await tx.query(save(id, ...facts, pinHash, disabled, now.toString()));
}

export function isLoginTaken(error: unknown): boolean {
  return isUniqueViolation(error, "responder_login_key");
}

/** Tells all nodes, when the transaction commits, that these have changed. */
export async function announceResponders(tx: Queryable, ids: readonly number[]): Promise<void> {
  await tx.query(announce(ids));
}

/** Who may sign in with this login. */
export async function findSignIn(
  db: Queryable,
  login: string,
  withDemo: boolean,
): Promise<{ readonly id: number; readonly pinHash: string } | undefined> {
  const [row] = await db.query<{ id: number; pinHash: string }>(signIn(login, withDemo));
  return row;
}

export async function saveDuty(
  db: Queryable,
  responderId: number,
  { onDuty, until }: Shift,
  now: Temporal.Instant,
): Promise<void> {
  await db.query(setDuty(responderId, onDuty, until?.toString() ?? null, now.toString()));
}

function readEntry(row: ResponderRow & FixRow): FleetEntry {
  return { responder: toResponder(row), fix: readFix(row) };
}

function toResponder(row: ResponderRow): Responder {
  return {
    id: row.id,
    supplierId: row.supplier_id,
    supplierName: row.supplier_name,
    isDemo: row.is_demo,
    name: row.name,
    callSign: row.call_sign,
    vehicle: row.vehicle,
    login: row.login,
    responseTypes: row.response_types,
    onDuty: row.on_duty,
    dutyUntil: row.duty_until,
    disabledAt: row.disabled_at,
  };
}

function readFix({ latitude, longitude, accuracy, speed, heading, recorded_at }: FixRow): Fix | null {
  if (latitude === null || longitude === null || recorded_at === null) return null;
  return { latitude, longitude, accuracy, speed, heading, recordedAt: recorded_at };
}

import { type Queryable, sql } from "../db/index.ts";
import type { Fix, FleetEntry, Responder } from "./types.ts";

interface ResponderRow {
  readonly id: number;
  readonly supplier_id: number;
  readonly supplier_name: string;
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

const select = `select r.id, r.supplier_id, s.name as supplier_name, r.name, r.call_sign, r.vehicle, r.login, r.response_types,
    r.on_duty, r.duty_until, greatest(r.disabled_at, s.disabled_at) as disabled_at,
    p.latitude, p.longitude, p.accuracy, p.speed, p.heading, p.recorded_at
  from responder r join supplier s on s.id = r.supplier_id left join responder_position p on p.responder_id = r.id`;

const readAll = sql("responder-read-all", `${select} order by r.id`);
const readOne = sql("responder-read-one", `${select} where r.id = $1`);

/** Everybody, with the newest position that is on disk. */
export async function readFleet(db: Queryable): Promise<FleetEntry[]> {
  return (await db.query<ResponderRow & FixRow>(readAll())).map(readEntry);
}

export async function readFleetEntry(db: Queryable, id: number): Promise<FleetEntry | undefined> {
  const [row] = await db.query<ResponderRow & FixRow>(readOne(id));
  return row && readEntry(row);
}

function readEntry(row: ResponderRow & FixRow): FleetEntry {
  return { responder: readResponder(row), fix: readFix(row) };
}

function readResponder(row: ResponderRow): Responder {
  return {
    id: row.id,
    supplierId: row.supplier_id,
    supplierName: row.supplier_name,
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

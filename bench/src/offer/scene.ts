import { createHash, randomBytes } from "node:crypto";
import {
  createChangeSignal,
  createLog,
  createOutbound,
  createPartner,
  type Database,
  nothingAllowed,
  systemClock,
  systemRandom,
} from "@tocsin/server";
import { seeded } from "@tocsin/testkit";

export interface Spot {
  readonly latitude: number;
  readonly longitude: number;
}

export interface Place extends Spot {
  readonly reference: string;
}

export interface BenchResponder extends Spot {
  readonly id: number;
  /** Of a session. */
  readonly token: string;
}

/** A city with everybody on duty, and places to raise callouts for. */
export interface Scene {
  readonly client: { readonly clientId: string; readonly clientSecret: string };
  readonly supplier: { readonly id: number; readonly secret: string };
  readonly responders: readonly BenchResponder[];
  readonly places: readonly Place[];
}

/** 110 by 100 km. */
const corner: Spot = { latitude: -26.5, longitude: 27.5 };
const degrees = 1;

/** Puts it straight into the database; what is measured comes afterwards, over HTTP. */
export async function setScene(
  db: Database,
  counts: { readonly responders: number; readonly places: number },
): Promise<Scene> {
  const log = createLog("silent");
  const capabilities = {
    db,
    clock: systemClock(),
    random: systemRandom,
    log,
    changes: createChangeSignal(db, log),
    outbound: createOutbound({ allowed: nothingAllowed, clock: systemClock() }),
  };
  const { customerSourceId, clientId, clientSecret } = await createPartner(capabilities, {
    clientId: "bench",
    name: "Bench",
  });
  const random = seeded(1);
  const anywhere = (): Spot => ({
    latitude: corner.latitude + random() * degrees,
    longitude: corner.longitude + random() * degrees,
  });
  const places = Array.from({ length: counts.places }, (_, index) => ({
    reference: `BENCH-${index}`,
    ...anywhere(),
  }));
  await db.query({
    text: `insert into fixed_location (customer_source_id, external_reference_id, location_identifier, latitude, longitude, created_at, updated_at)
      select $1, p.reference, p.reference, p.latitude, p.longitude, now(), now()
      from jsonb_to_recordset($2::jsonb) as p(reference text, latitude text, longitude text)`,
    values: [customerSourceId, JSON.stringify(places)],
  });
  const supplier = await addSupplier(db);
  const ids = await addResponders(db, supplier.id, counts.responders);
  const responders = ids.map((id) => ({ id, token: randomBytes(32).toString("base64url"), ...anywhere() }));
  await signIn(db, responders);
  await db.query({ text: "analyze" });
  return { client: { clientId, clientSecret }, supplier, responders, places };
}

async function addSupplier(db: Database): Promise<Scene["supplier"]> {
  const secret = randomBytes(32).toString("base64url");
  const [row] = await db.query<{ id: number }>({
    text: `insert into supplier (name, fleet_secret_sha256, created_at, updated_at) values ('Bench', $1, now(), now()) returning id`,
    values: [sha256(secret)],
  });
  if (!row) throw new Error("the supplier got no id");
  return { id: row.id, secret };
}

async function addResponders(db: Database, supplierId: number, count: number): Promise<number[]> {
  const rows = await db.query<{ id: number }>({
    text: `insert into responder (supplier_id, name, login, pin_hash, response_types, on_duty, created_at, updated_at)
      select $1, 'Bench ' || n, 'bench-' || n, '', '{1,2,3,4}', true, now(), now() from generate_series(1, $2::int) as n returning id`,
    values: [supplierId, count],
  });
  return rows.map(({ id }) => id);
}

/** Ten thousand PINs would be hashed for minutes. */
async function signIn(db: Database, responders: readonly BenchResponder[]): Promise<void> {
  await db.query({
    text: `insert into session (token_sha256, kind, subject_id, created_at, expires_at)
      select token, 'responder', id, now(), now() + interval '1 day' from unnest($1::bytea[], $2::bigint[]) as s(token, id)`,
    values: [responders.map(({ token }) => sha256(token)), responders.map(({ id }) => id)],
  });
}

function sha256(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

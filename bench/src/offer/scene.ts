import { createPartner, type Database } from "@tocsin/server";
import { seeded } from "@tocsin/testkit";
import { capabilitiesOf } from "../ground/capabilities.ts";
import { addSupplier, type BenchSupplier, signInResponders } from "../ground/supplier.ts";

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
  readonly supplier: Pick<BenchSupplier, "id" | "secret">;
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
  const { customerSourceId, clientId, clientSecret } = await createPartner(capabilitiesOf(db), {
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
  const { responderIds, ...supplier } = await addSupplier(db, counts.responders);
  const tokens = await signInResponders(db, responderIds);
  const responders = responderIds.map((id, index) => ({ id, token: tokens[index] ?? "", ...anywhere() }));
  await db.query({ text: "analyze" });
  return { client: { clientId, clientSecret }, supplier, responders, places };
}

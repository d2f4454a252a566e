import type { Capabilities } from "../capabilities.ts";
import type { Queryable } from "../db/index.ts";
import { createPartner, listPartners, type NewPartner } from "../partners/index.ts";
import { addDemoPlaces, ensureDemoCustomer, ensureDemoSubscription, lockDemo } from "./demo-store.ts";
import { demoPlaces } from "./places.ts";

/** The tenant with something in it. Everybody knows these secrets: they open nothing where the demo is off. */
export const demoClient = { clientId: "demo", clientSecret: "demo-secret" } as const;
/** The tenant with nothing in it, for trying what one tenant may see of another: nothing. */
export const emptyDemoClient = { clientId: "demo2", clientSecret: "demo2-secret" } as const;

/** What the demo tenant has. */
export interface Demo {
  readonly customerId: number;
  /** Of its places, `STORE-001` first. */
  readonly references: readonly string[];
}

/** No country has numbers that begin with +270: nobody is ever called or texted by accident. */
const customer = { name: "Demo", surname: "Customer", mobile: "+27000000001" };
const retail = 3;
const singleSubscription = 1;
const subscriptionHours = 24 * 365;

/**
 * Makes the demo tenants, or what is missing of them; what somebody added or changed stays. Null when a partner of the
 * operator's has the clientId `demo`: that one is left alone.
 */
export async function seedDemo(capabilities: Capabilities): Promise<Demo | null> {
  return capabilities.db.transaction(async (tx) => {
    // two nodes that start together take turns; the tenants themselves are made on connections of their own
    await lockDemo(tx);
    const customerSourceId = await ensureTenant(capabilities, { ...demoClient, name: "Demo", isDemo: true });
    await ensureTenant(capabilities, { ...emptyDemoClient, name: "Demo 2 (empty)", isDemo: true });
    return customerSourceId === null ? null : fill(tx, customerSourceId, capabilities.clock.now());
  });
}

async function ensureTenant(capabilities: Capabilities, tenant: NewPartner): Promise<number | null> {
  const found = (await listPartners(capabilities)).find(({ clientId }) => clientId === tenant.clientId);
  if (found) return found.isDemo ? found.customerSourceId : null;
  return (await createPartner(capabilities, tenant)).customerSourceId;
}

async function fill(tx: Queryable, customerSourceId: number, now: Temporal.Instant): Promise<Demo> {
  await addDemoPlaces(tx, customerSourceId, { locationTypeId: retail, places: demoPlaces }, now);
  const customerId = await ensureDemoCustomer(tx, customerSourceId, customer, now);
  const validTo = now.add({ hours: subscriptionHours });
  await ensureDemoSubscription(
    tx,
    customerSourceId,
    { customerId, typeId: singleSubscription, validTo },
    now,
  );
  return { customerId, references: demoPlaces.map(({ externalReferenceId }) => externalReferenceId) };
}

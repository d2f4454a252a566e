import type { Capabilities } from "../capabilities.ts";
import type { Queryable } from "../db/index.ts";
import { seedDemoOperator } from "../operators/index.ts";
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
/** A simulated responder answers within five seconds or not at all. */
const offerSeconds = 8;
const closeCompletedSeconds = 20;

/**
 * Makes the demo tenants and its operator, or what is missing of them; what somebody added or changed stays. Null when a
 * partner of the operator's has the clientId `demo`: that one is left alone.
 * @param speed how fast the demo's responders live: the tenant's timing goes with it
 */
export async function seedDemo(capabilities: Capabilities, speed = 1): Promise<Demo | null> {
  return capabilities.db.transaction(async (tx) => {
    // two nodes that start together take turns; the tenants themselves are made on connections of their own
    await lockDemo(tx);
    const policies = {
      timing: { offerSeconds, closeCompletedSeconds: Math.ceil(closeCompletedSeconds / (speed || 1)) },
    };
    const tenant = { ...demoClient, name: "Demo", isDemo: true, policies };
    const customerSourceId = await ensureTenant(capabilities, tenant);
    await ensureTenant(capabilities, { ...emptyDemoClient, name: "Demo 2 (empty)", isDemo: true });
    await seedDemoOperator(capabilities);
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

import type { Capabilities } from "../capabilities.ts";
import { createPartner, type NewPartner } from "../partners/index.ts";
import { addDemoPlaces, ensureDemoCustomer, ensureDemoSubscription, findTenant, lockDemo } from "./demo-store.ts";
import { demoPlaces } from "./places.ts";

/** The tenant with something in it. Everybody knows these secrets: they open nothing where the demo is off. */
export const demoClient = { clientId: "demo", clientSecret: "demo-secret" } as const;
/** The tenant with nothing in it, for trying what one tenant may see of another: nothing. */
export const emptyDemoClient = { clientId: "demo2", clientSecret: "demo2-secret" } as const;

/** What the demo tenant has. */
export interface Demo {
  readonly customerId: number;
  /** Of the places: `STORE-001` and the last one. */
  readonly references: readonly string[];
}

const tenants: readonly NewPartner[] = [
  { ...demoClient, name: "Demo", isDemo: true },
  { ...emptyDemoClient, name: "Demo 2 (empty)", isDemo: true },
];

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
  const [customerSourceId] = await Promise.all(tenants.map((tenant) => ensureTenant(capabilities, tenant)));
  return customerSourceId ? fill(capabilities, customerSourceId) : null;
}

async function ensureTenant(capabilities: Capabilities, tenant: NewPartner): Promise<number | null> {
  const found = await findTenant(capabilities.db, tenant.clientId);
  if (found) return found.isDemo ? found.customerSourceId : null;
  return (await createPartner(capabilities, tenant)).customerSourceId;
}

function fill({ db, clock }: Capabilities, customerSourceId: number): Promise<Demo> {
  const now = clock.now();
  return db.transaction(async (tx) => {
    await lockDemo(tx);
    await addDemoPlaces(tx, customerSourceId, { locationTypeId: retail, places: demoPlaces }, now);
    const customerId = await ensureDemoCustomer(tx, customerSourceId, customer, now);
    const validTo = now.add({ hours: subscriptionHours });
    await ensureDemoSubscription(tx, customerSourceId, { customerId, typeId: singleSubscription, validTo }, now);
    return { customerId, references: demoPlaces.map(({ externalReferenceId }) => externalReferenceId) };
  });
}

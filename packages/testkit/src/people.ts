import { addCustomers } from "./customers.ts";
import { addSubscription } from "./subscriptions.ts";
import type { TestPartner, TestResponse, TestSystem } from "./system.ts";

export interface TestPerson {
  readonly id: number;
  /** E.164; another one for each person. */
  readonly mobile: string;
}

let registered = 0;

/** Registers a person through the API, with a mobile of their own. */
export async function registerPerson(
  system: TestSystem,
  {
    partner = system.partner,
    ...members
  }: { readonly partner?: TestPartner; readonly [member: string]: unknown } = {},
): Promise<TestPerson> {
  const mobile = `+2782${String(++registered).padStart(7, "0")}`;
  const { status, body } = await system.request({
    method: "POST",
    path: "/panic-api/v2/customers",
    token: await system.token(partner),
    body: { customer: { name: "Nomsa", surname: "Dube", mobile, ...members } },
  });
  if (status !== 201) throw new Error(`The registration was answered ${status}: ${body.message}`);
  return { id: body.id, mobile: body.mobile };
}

/** The notices about people that wait to be sent to the tenant, oldest first. */
export async function noticesOfPeople(
  { context }: TestSystem,
  { customerSourceId }: TestPartner,
): Promise<{ readonly event: string; readonly id: number }[]> {
  return context.db.query({
    text: `select event, coalesce(customer_id, subscription_id) as id from outbox
      where customer_source_id = $1 and callout_id is null order by outbox.id`,
    values: [customerSourceId],
  });
}

/** A person with an active subscription; their id. */
export async function addSubscriber(
  system: TestSystem,
  partner: TestPartner = system.partner,
): Promise<number> {
  const [customerId = 0] = await addCustomers(system, 1, partner);
  await addSubscription(system, { customerId, partner });
  return customerId;
}

/** Raises a callout for a person, a fresh subscriber by default, as their partner's server does. */
export async function raiseForCustomer(
  system: TestSystem,
  {
    partner = system.partner,
    customerId,
    ...body
  }: {
    readonly partner?: TestPartner;
    readonly customerId?: number;
    readonly [member: string]: unknown;
  } = {},
): Promise<TestResponse> {
  const id = customerId ?? (await addSubscriber(system, partner));
  return system.request({
    method: "POST",
    path: `/panic-api/v2/customers/${id}/callouts`,
    token: await system.token(partner),
    body: { responseTypeId: 1, location: { latitude: -26.11, longitude: 28.06 }, ...body },
  });
}

import type { TestPartner, TestSystem } from "./system.ts";

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

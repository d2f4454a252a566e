import type { TestPartner, TestSystem } from "./system.ts";

/** A token of one person: of their alarm button, or of the person themselves. */
export async function personToken(
  { context, partner: acme }: TestSystem,
  scope: "callout" | "customer",
  customerId: number,
  of: TestPartner = acme,
): Promise<string> {
  const partner = await context.partners.find(of.customerSourceId);
  if (!partner) throw new Error(`There is no tenant ${of.clientId}`);
  const { issueCalloutToken, issueCustomerToken } = context.tokens;
  const issue = scope === "callout" ? issueCalloutToken : issueCustomerToken;
  return (await issue(partner, customerId)).accessToken;
}

/** Puts live customers into the database as a partner's registration would. Returns their ids. */
export async function addCustomers(
  system: TestSystem,
  count: number,
  partner: TestPartner = system.partner,
): Promise<number[]> {
  const rows = await system.context.db.query<{ id: number }>({
    text: `insert into customer (customer_source_id, name, surname, created_at, updated_at)
      select $1, 'Customer', number::text, $3, $3 from generate_series(1, $2::int) as number returning id`,
    values: [partner.customerSourceId, count, system.clock.now().toString()],
  });
  return rows.map(({ id }) => id);
}

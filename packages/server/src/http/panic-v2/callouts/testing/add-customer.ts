import type { TestSystem } from "@tocsin/testkit";
import { hashDuressCode } from "../../../../safe-codes/index.ts";

/** A customer with a mobile, as a partner's registration would make one: the safe code is its last four digits. */
export async function addCustomer(
  { context, clock, partner }: TestSystem,
  { mobile, duressCode }: { readonly mobile: string | null; readonly duressCode?: string },
): Promise<number> {
  const hash = duressCode === undefined ? null : await hashDuressCode(context.random, duressCode);
  const [row] = await context.db.query<{ id: number }>({
    text: `insert into customer (customer_source_id, name, surname, mobile, duress_code_hash, created_at, updated_at)
      values ($1, 'Nomsa', 'Dube', $2, $3, $4, $4) returning id`,
    values: [partner.customerSourceId, mobile, hash, clock.now().toString()],
  });
  if (!row) throw new Error("No customer was made");
  return row.id;
}

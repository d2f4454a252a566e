import { addCustomers, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { schedule } from "../testing/schedule.ts";

const system = useSystem();

test("another tenant's customer is as absent as one that never was, and as one that is gone", async () => {
  const [theirs = 0] = await addCustomers(system, 1, system.otherPartner);
  const [gone = 0] = await addCustomers(system, 1);
  await system.context.db.query({
    text: "update customer set deleted_at = now() where id = $1",
    values: [gone],
  });
  for (const customerId of [theirs, gone, 999_999]) {
    const answer = await schedule(system, { body: { customerId } });
    expect(answer).toMatchObject({ status: 404, body: { message: `Customer ${customerId} was not found.` } });
  }
  const [row] = await system.context.db.query<{ n: number }>({
    text: "select count(*) as n from scheduled_request",
  });
  expect(row?.n).toBe(0);
});

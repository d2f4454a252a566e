import { raiseCallout, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { hashDuressCode, judgeSafeCode } from "./index.ts";

const system = useSystem();
let customers = 100;

interface Codes {
  readonly mobile?: string | null;
  readonly customer?: string;
  readonly place?: string;
}

/** A callout whose customer and place have these codes. */
async function calloutWith({ mobile = `+2782${customers++}5067`, customer, place }: Codes): Promise<number> {
  const { context, clock, partner } = system;
  const hash = (code: string | undefined) =>
    code === undefined ? null : hashDuressCode(context.random, code);
  const [row] = await context.db.query<{ id: number }>({
    text: `insert into customer (customer_source_id, name, surname, mobile, duress_code_hash, created_at, updated_at)
      values ($1, 'A', 'B', $2, $3, $4, $4) returning id`,
    values: [partner.customerSourceId, mobile, await hash(customer), clock.now().toString()],
  });
  const { id, reference } = await raiseCallout(system, { customerId: row?.id ?? 0 });
  await context.db.query({
    text: "update fixed_location set duress_code_hash = $1 where external_reference_id = $2",
    values: [await hash(place), reference],
  });
  return id;
}

const judge = (calloutId: number, code: string) =>
  judgeSafeCode(system.context.db, system.partner.customerSourceId, calloutId, code);

describe("judgeSafeCode", () => {
  test.each([
    ["the last four digits", {}, "5067", "right"],
    ["with white space around them", {}, " 5067\n", "right"],
    ["written with spaces in the mobile", { mobile: "+27 82 123 50 67" }, "5067", "right"],
    ["other digits", {}, "5068", "duress"],
    ["more digits", {}, "15067", "duress"],
    ["fewer digits", {}, "067", "duress"],
    ["nothing but white space", {}, " ", "duress"],
    ["the customer's duress code", { customer: "9999" }, "9999", "duress"],
    ["the customer's duress code that is the last four digits", { customer: "5067" }, "5067", "duress"],
    ["the place's duress code that is the last four digits", { place: "5067" }, "5067", "duress"],
    ["the last four digits beside other duress codes", { customer: "1111", place: "2222" }, "5067", "right"],
    ["any code where there is no mobile", { mobile: null }, "5067", "none"],
    ["any code where the mobile is too short to have one", { mobile: "067" }, "067", "none"],
  ] as const)("%s", async (_title, codes, code, verdict) => {
    expect(await judge(await calloutWith(codes), code)).toBe(verdict);
  });

  test("another tenant's callout is absent", async () => {
    const id = await calloutWith({});
    const { customerSourceId } = system.otherPartner;
    expect(await judgeSafeCode(system.context.db, customerSourceId, id, "5067")).toBeUndefined();
  });
});

describe("hashDuressCode", () => {
  test("salts: one code has many hashes, and none of them tells it", async () => {
    const [one, other] = [
      await hashDuressCode(system.context.random, "1234"),
      await hashDuressCode(system.context.random, "1234"),
    ];
    expect(one).not.toBe(other);
    expect(one).toMatch(/^scrypt\$16384\$8\$1\$/);
    expect(one).not.toContain("1234");
  });
});

import { addCustomers, useSystem } from "@tocsin/testkit";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";

const system = useSystem();
const path = "/panic-api/v2/predefinedLocations";
let customers: (number | null)[] = [];
let token = "";

beforeAll(async () => {
  customers = [null, ...(await addCustomers(system, 2))];
  token = await system.token();
});

interface Row {
  readonly customer: number;
  readonly minute: number;
  readonly deleted: boolean;
}

const row: fc.Arbitrary<Row> = fc.record({ customer: fc.nat(2), minute: fc.nat(5), deleted: fc.boolean() });
const someRows = fc.array(row, { maxLength: 25 });
/** Row numbers and members of the filter; the reference is that of a row that may not even be there. */
const filter = fc.record(
  { customer: fc.nat(2), minute: fc.nat(6), reference: fc.nat(30) },
  { requiredKeys: [] },
);
const limit = fc.integer({ min: 1, max: 12 });

let inserted = 0;

/** Puts rows behind those that are there and gives the ids of all. */
async function insert(rows: readonly Row[]): Promise<number[]> {
  const now = system.clock.now();
  const found = await system.context.db.query<{ id: number }>({
    text: `insert into fixed_location (customer_source_id, customer_id, external_reference_id, location_identifier, latitude,
        longitude, created_at, updated_at, deleted_at)
      select $1, customer_id, 'ref/' || ($5::int + number), 'x', '1', '1', updated_at, updated_at, case when deleted then $6::timestamptz end
      from unnest($2::bigint[], $3::timestamptz[], $4::boolean[]) with ordinality as r(customer_id, updated_at, deleted, number)
      returning id`,
    values: [
      system.partner.customerSourceId,
      rows.map(({ customer }) => customers[customer]),
      rows.map(({ minute }) => now.add({ minutes: minute }).toString()),
      rows.map(({ deleted }) => deleted),
      inserted,
      now.toString(),
    ],
  });
  inserted += rows.length;
  return found.map(({ id }) => id);
}

async function clear(): Promise<void> {
  inserted = 0;
  await system.context.db.query({ text: "delete from fixed_location" });
}

async function softDelete(ids: readonly number[]): Promise<void> {
  await system.context.db.query({
    text: "update fixed_location set deleted_at = now() where id = any($1)",
    values: [ids],
  });
}

function queryOf(
  asked: { customer?: number; minute?: number; reference?: number },
  pageLimit?: number,
): string {
  const parameters = new URLSearchParams();
  if (pageLimit !== undefined) parameters.set("limit", String(pageLimit));
  // the one without a customer can't be asked for
  if (asked.customer) parameters.set("customerId", String(customers[asked.customer]));
  if (asked.minute !== undefined)
    parameters.set("updatedSince", system.clock.now().add({ minutes: asked.minute }).toString());
  if (asked.reference !== undefined) parameters.set("externalReferenceId", `ref/${asked.reference}`);
  return `${path}?${parameters.toString()}`;
}

interface Page {
  readonly ids: readonly number[];
  readonly next: string | undefined;
}

async function getPage(address: string): Promise<Page> {
  const answer = await system.request({ method: "GET", path: address, token });
  expect(answer.status).toBe(200);
  const next = /^<https:\/\/tocsin\.test(?<address>[^>]+)>; rel="next"$/.exec(
    String(answer.headers.link ?? ""),
  )?.groups?.address;
  return { ids: answer.body.map(({ id }: { id: number }) => id), next };
}

/** Follows the Link headers to the end; `between` runs before each further page. */
async function walk(
  address: string,
  between: () => Promise<void> = async () => undefined,
): Promise<number[][]> {
  const pages: number[][] = [];
  for (let next: string | undefined = address; next !== undefined; ) {
    const page: Page = await getPage(next);
    pages.push([...page.ids]);
    ({ next } = page);
    if (next !== undefined) await between();
  }
  return pages;
}

describe("pages", () => {
  test("end to end are the whole list, whatever the rows, the filter and the limit", async () => {
    const property = fc.asyncProperty(someRows, filter, limit, async (rows, asked, pageLimit) => {
      await clear();
      const ids = await insert(rows);
      const wanted = ids.filter((_, index) => {
        const { customer = 0, minute = 0, deleted = true } = rows[index] ?? {};
        const customerFits = !asked.customer || customer === asked.customer;
        const referenceFits = asked.reference === undefined || asked.reference === index + 1;
        return !deleted && customerFits && referenceFits && minute >= (asked.minute ?? 0);
      });
      const whole = await getPage(queryOf(asked));
      expect(whole).toEqual({ ids: wanted, next: undefined });
      const pages = await walk(queryOf(asked, pageLimit));
      expect(pages.flat()).toEqual(wanted);
      // no page is short but the last, and none is there for nothing
      expect(pages.slice(0, -1).every((page) => page.length === pageLimit)).toBe(true);
      expect(pages).toHaveLength(Math.max(1, Math.ceil(wanted.length / pageLimit)));
    });
    await fc.assert(property, { numRuns: 60 });
  });

  test("give every location that stays exactly once, while others are created and deleted", async () => {
    const property = fc.asyncProperty(
      someRows,
      limit,
      fc.array(fc.tuple(someRows, fc.nat()), { maxLength: 4 }),
      async (rows, pageLimit, changes) => {
        await clear();
        const first = await insert(rows.map((each) => ({ ...each, deleted: false })));
        const staying = new Set(first);
        const created = new Set<number>();
        const waiting = [...changes];
        const pages = await walk(queryOf({}, pageLimit), async () => {
          const [more, pick] = waiting.pop() ?? [[], 0];
          for (const id of await insert(more.map((each) => ({ ...each, deleted: false })))) created.add(id);
          const leaving = first[pick % first.length];
          if (leaving === undefined || more.length === 0) return;
          staying.delete(leaving);
          await softDelete([leaving]);
        });
        const seen = pages.flat();
        expect(seen).toEqual([...new Set(seen)].toSorted((a, b) => a - b));
        expect(seen.filter((id) => staying.has(id))).toEqual([...staying]);
        expect(seen.every((id) => first.includes(id) || created.has(id))).toBe(true);
      },
    );
    await fc.assert(property, { numRuns: 40 });
  });
});

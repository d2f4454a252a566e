import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { callOff, path, read, schedule, scheduled } from "../testing/schedule.ts";

const system = useSystem();
const list = (query = "") => system.request({ method: "GET", path: path + query });

test("a bare array of one's own, in the order they were made, those called off included", async () => {
  expect((await list()).body).toEqual([]);
  await scheduled(system, { partner: system.otherPartner });
  const first = (await schedule(system)).body;
  const second = (await schedule(system, { serviceType: "escort" })).body;
  await callOff(system, first.id);
  const { status, body, headers } = await list("/");
  expect({ status, link: headers.link }).toEqual({ status: 200, link: undefined });
  expect(body).toEqual([
    { ...first.scheduledRequest, status: "cancelled", nextOccurrence: null, cancelledAt: first.createdAt },
    second.scheduledRequest,
  ]);
  expect((await list(`?customerId=${second.customerId}`)).body).toEqual([second.scheduledRequest]);
  expect((await list(`?customerId=${second.customerId + 999}`)).body).toEqual([]);
});

test("pages follow each other by the Link header, with the filter", async () => {
  const all = (await list()).body.map(({ id }: { id: string }) => id);
  const one = await list("?limit=1");
  expect(one.body).toMatchObject([{ id: all[0] }]);
  const [, next = ""] = /^<https:\/\/tocsin\.test([^>]+)>; rel="next"$/.exec(String(one.headers.link)) ?? [];
  const two = await system.request({ method: "GET", path: next });
  expect(two.body).toMatchObject([{ id: all[1] }]);
  expect(two.headers.link).toBeUndefined();
});

test("more than a read's worth is listed whole", async () => {
  const id = await scheduled(system);
  const { customerId } = (await read(system, id)).body;
  await system.context.db.query({
    text: `insert into scheduled_request (customer_source_id, id, customer_id, service_type, name, details, schedule, created_at, updated_at)
      select customer_source_id, gen_random_uuid(), customer_id, service_type, name, details, schedule, created_at, updated_at
      from scheduled_request, generate_series(1, 1000) where id = $1`,
    values: [id],
  });
  expect((await list(`?customerId=${customerId}`)).body).toHaveLength(1001);
});

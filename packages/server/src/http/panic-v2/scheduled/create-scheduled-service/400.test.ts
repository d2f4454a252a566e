import { useSystem } from "@tocsin/testkit";
import { afterEach, describe, expect, test } from "vitest";
import { newer, path, schedule, type Wanted } from "../testing/schedule.ts";

const system = useSystem();
const fieldsOf = (body: { errors?: { field: string }[] }): string[] =>
  (body.errors ?? []).map(({ field }) => field);
const config = "scheduledRequestConfig";

async function switchOn(serviceTypes: readonly string[] | null): Promise<void> {
  const policies = JSON.stringify(serviceTypes ? { serviceTypes } : {});
  const { customerSourceId } = system.partner;
  await system.context.db.query({
    text: "update customer_source set policies = $2 where id = $1",
    values: [customerSourceId, policies],
  });
  system.context.partners.forget(customerSourceId);
}
afterEach(() => switchOn(null));

/** Nothing half-done: a refused request leaves nothing. */
async function kept(): Promise<number> {
  const [row] = await system.context.db.query<{ n: number }>({
    text: "select (select count(*) from scheduled_request) + (select count(*) from scheduled_occurrence) as n",
  });
  return row?.n ?? Number.NaN;
}

const single = { type: "single", startTime: "10:04" };
// the schema's own test has the whole table of forms
const cases: readonly [string, Wanted, readonly string[]][] = [
  ["yesterday", { config: { dateFrom: "2026-01-14" }, repeats: { type: "single" } }, [`${config}.dateFrom`]],
  [
    "today, an hour ago by the place's clock",
    { config: { dateFrom: "2026-01-15" }, repeats: { ...single, startTime: "09:00" } },
    [`${config}.dateFrom`],
  ],
  [
    "in less than five minutes",
    { config: { dateFrom: "2026-01-15" }, repeats: single },
    [`${config}.dateFrom`],
  ],
  [
    "never: no Sunday lies between",
    { config: { dateTo: "2026-01-17" }, repeats: { daysOfWeek: ["sunday"] } },
    [`${config}.repeatsConfig.daysOfWeek`],
  ],
  ["the end before the beginning", { config: { dateTo: "2026-01-15" } }, [`${config}.dateTo`]],
  ["no days", { repeats: { daysOfWeek: [] } }, [`${config}.repeatsConfig.daysOfWeek`]],
  ["a type that never was", { serviceType: "gardening" }, ["serviceType"]],
  ["no guards", { config: { details: { numberOfGuards: 0 } } }, [`${config}.details.numberOfGuards`]],
  ["a date that never was", { config: { dateFrom: "2026-02-30" } }, [`${config}.dateFrom`]],
  ["half a place", { body: { initialLocation: { latitude: 1 } } }, ["initialLocation.longitude"]],
];

describe("400", () => {
  test.each(cases)("%s", async (_title, wanted, fields) => {
    const before = await kept();
    const { status, body, headers } = await schedule(system, wanted);
    expect({ status, code: headers["x-error-code"] }).toEqual({ status: 400, code: "invalid-request" });
    expect(fieldsOf(body)).toEqual(fields);
    expect(await kept()).toBe(before);
  });

  test("the message says when the first occurrence would be", async () => {
    const { body } = await schedule(system, { config: { dateFrom: "2026-01-15" }, repeats: single });
    expect(body.errors[0].message).toBe(
      "must be later: the first occurrence, 2026-01-15T08:04:00Z, is less than 5 minutes ahead (it must be at least 5 minutes ahead)",
    );
  });

  test.each(["2026-01-15T08:04:59Z", "2020-01-01T00:00:00Z"])(
    "the older shape at %s",
    async (scheduledAt) => {
      const { customerId } = await newer(system);
      const body = { customerId, scheduledAt };
      const answer = await system.request({ method: "POST", path: `${path}/guarding`, body });
      expect({ status: answer.status, fields: fieldsOf(answer.body) }).toEqual({
        status: 400,
        fields: ["scheduledAt"],
      });
    },
  );

  test("a service type that is not switched on", async () => {
    await switchOn(["patrol", "escort"]);
    const answer = await schedule(system);
    expect(answer).toMatchObject({
      status: 400,
      body: {
        errors: [
          { field: "serviceType", message: "is not switched on for you; switched on: patrol, escort" },
        ],
      },
    });
    expect((await schedule(system, { serviceType: "patrol" })).status).toBe(201);
  });

  test("everything that is wrong at once", async () => {
    await switchOn([]);
    const both = await schedule(system, {
      config: { dateFrom: "2026-01-14" },
      repeats: { type: "single" },
    });
    expect(fieldsOf(both.body)).toEqual(["serviceType", `${config}.dateFrom`]);
    const forms = await schedule(system, { config: { name: 7 }, repeats: { windowMinutes: 0 } });
    expect(fieldsOf(forms.body).toSorted()).toEqual([
      `${config}.name`,
      `${config}.repeatsConfig.windowMinutes`,
      "serviceType",
    ]);
  });

  test.each([undefined, [], "text", "{"])("the body %j", async (body) => {
    const request = {
      method: "POST",
      path: `${path}/guarding`,
      ...(body === undefined ? {} : { body }),
    } as const;
    expect((await system.request(request)).status).toBe(400);
  });

  test("comes before 404", async () => {
    const past = { config: { dateFrom: "2026-01-14" }, repeats: { type: "single" } };
    const wanted = { ...past, body: { customerId: 999_999 } };
    expect((await schedule(system, wanted)).status).toBe(400);
  });
});

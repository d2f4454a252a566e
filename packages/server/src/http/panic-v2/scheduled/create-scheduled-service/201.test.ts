import { addCustomers, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { newer, path, read, schedule, scheduled } from "../testing/schedule.ts";

const system = useSystem();

describe("201", () => {
  test("the newer shape: flat members beside the envelope, with the time zone that counts", async () => {
    const details = {
      numberOfGuards: 2,
      armedPreference: "armed",
      contacts: [{ name: "Thandi", mobile: "+27821234567" }],
    };
    const body = await newer(system, { config: { specialInstructions: "Ring twice.", details } });
    const answer = await system.request({ method: "POST", path: `${path}/guarding`, body });
    expect(answer.status).toBe(201);
    const { message, scheduledRequest, ...flat } = answer.body;
    expect(message).toBe("Service scheduled.");
    expect(scheduledRequest).toEqual(flat);
    expect(flat).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      customerId: body.customerId,
      serviceType: "guarding",
      status: "scheduled",
      scheduledRequestConfig: {
        name: "Morning unlock",
        specialInstructions: "Ring twice.",
        details: { ...details, contacts: [{ name: "Thandi", mobile: "+27821234567", email: null }] },
        dateFrom: "2026-01-16",
        dateTo: "2026-01-31",
        repeatsConfig: {
          type: "repeating",
          startTime: "06:30",
          windowMinutes: 45,
          daysOfWeek: ["monday", "friday"],
          intervalWeeks: 1,
          timeZone: "Africa/Johannesburg",
        },
      },
      initialLocation: body.initialLocation,
      nextOccurrence: "2026-01-16T04:30:00.000Z",
      createdAt: "2026-01-15T08:00:00.000Z",
      updatedAt: "2026-01-15T08:00:00.000Z",
      cancelledAt: null,
    });
  });

  test("the older shape of the published example: once, just then, in a window of an hour", async () => {
    const [customerId] = await addCustomers(system, 1);
    const body = { customerId, scheduledAt: "2026-07-20T14:00:00Z" };
    const answer = await system.request({ method: "POST", path: `${path}/guarding`, body });
    expect(answer).toMatchObject({
      status: 201,
      body: {
        status: "scheduled",
        nextOccurrence: "2026-07-20T14:00:00.000Z",
        scheduledRequestConfig: {
          name: "guarding",
          dateFrom: "2026-07-20",
          repeatsConfig: { type: "single", startTime: "14:00", windowMinutes: 60, timeZone: "UTC" },
        },
        initialLocation: { latitude: null, longitude: null, formattedAddress: null },
      },
    });
    const offset = { customerId, scheduledAt: "2026-07-20T16:00:30+02:00", latitude: -26.1, longitude: 28 };
    const other = await system.request({ method: "POST", path: `${path}/guarding`, body: offset });
    expect(other.body).toMatchObject({
      nextOccurrence: "2026-07-20T14:00:30.000Z",
      initialLocation: { latitude: -26.1, longitude: 28 },
    });
  });

  test.each([
    [
      "the one named",
      { repeats: { timeZone: "europe/berlin" } },
      "Europe/Berlin",
      "2026-01-16T05:30:00.000Z",
    ],
    [
      "that of the coordinates",
      { body: { initialLocation: { latitude: 40.7128, longitude: -74.006 } } },
      "America/New_York",
      "2026-01-16T11:30:00.000Z",
    ],
    [
      "the tenant's, at sea",
      { body: { initialLocation: { latitude: -30, longitude: -20 } } },
      "Africa/Johannesburg",
      "2026-01-16T04:30:00.000Z",
    ],
    [
      "the tenant's, without coordinates",
      { body: { initialLocation: { formattedAddress: "1 Long Street" } } },
      "Africa/Johannesburg",
      "2026-01-16T04:30:00.000Z",
    ],
  ])("the time zone is %s", async (_which, wanted, timeZone, nextOccurrence) => {
    const { body } = await schedule(system, wanted);
    expect(body).toMatchObject({ nextOccurrence, scheduledRequestConfig: { repeatsConfig: { timeZone } } });
  });

  test.each(["guarding", "patrol", "lockup", "unlock", "inspection", "escort"])("%s", async (serviceType) => {
    expect(await schedule(system, { serviceType })).toMatchObject({ status: 201, body: { serviceType } });
  });

  test("a first occurrence just five minutes ahead", async () => {
    const repeats = { type: "single", startTime: "10:05" };
    expect(
      (
        await schedule(system, {
          config: { dateFrom: "2026-01-15" },
          repeats: { ...repeats, windowMinutes: 1 },
        })
      ).status,
    ).toBe(201);
  });

  test("the house account stands for the tenant itself", async () => {
    const wanted = { body: { customerId: system.partner.houseAccountId } };
    expect((await schedule(system, wanted)).status).toBe(201);
  });

  test("the same Idempotency-Key makes one schedule, with its visits", async () => {
    const body = await newer(system);
    const request = {
      method: "POST",
      path: `${path}/unlock`,
      body,
      headers: { "idempotency-key": "once" },
    } as const;
    const first = await system.request(request);
    const again = await system.request(request);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.text).toBe(first.text);
    expect((await read(system, first.body.id)).body.occurrences).toHaveLength(5);
  });
});

test("visits stand there at once, for the next five weeks and no further", async () => {
  const id = await scheduled(system, { config: { dateTo: "2030-12-31" } });
  const { occurrences } = (await read(system, id)).body;
  expect(occurrences).toHaveLength(10);
  expect(occurrences[0]).toMatchObject({ startsAt: "2026-01-16T04:30:00.000Z", status: "planned" });
  expect(occurrences.at(-1).startsAt).toBe("2026-02-16T04:30:00.000Z");
});

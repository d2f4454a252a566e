import { addResponder, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { read, schedule, scheduled } from "../testing/schedule.ts";

const system = useSystem();

test("flat members beside the envelope, and each occurrence with its outcome", async () => {
  const created = await schedule(system);
  const { id } = created.body;
  const responder = await addResponder(system);
  system.clock.advance({ hours: 20, minutes: 30 });
  const token = await responder.token();
  const [first] = (await read(system, id)).body.occurrences;
  const act = (step: string, body?: object) =>
    system.request({ method: "POST", path: `/responder/v1/visits/${first.id}/${step}`, token, body });
  await act("take");
  await act("arrive");
  await act("complete", { notes: "Gate was open." });
  system.clock.advance({ hours: 73 });
  await system.drain();
  const { status, body } = await read(system, id);
  expect(status).toBe(200);
  const { message, scheduledRequest, ...flat } = body;
  expect(message).toBe("Scheduled service found.");
  expect(scheduledRequest).toEqual(flat);
  expect(flat).toEqual({
    ...created.body.scheduledRequest,
    nextOccurrence: "2026-01-23T04:30:00.000Z",
    occurrences: [
      {
        id: first.id,
        startsAt: "2026-01-16T04:30:00.000Z",
        endsAt: "2026-01-16T05:15:00.000Z",
        status: "completed",
        responder: { id: responder.responderId, name: "Responder 1" },
        arrivedAt: "2026-01-16T04:30:00.000Z",
        completedAt: "2026-01-16T04:30:00.000Z",
        notes: "Gate was open.",
      },
      expect.objectContaining({ startsAt: "2026-01-19T04:30:00.000Z", status: "missed", responder: null }),
      expect.objectContaining({ startsAt: "2026-01-23T04:30:00.000Z", status: "planned" }),
      expect.objectContaining({ startsAt: "2026-01-26T04:30:00.000Z", status: "planned" }),
      expect.objectContaining({ startsAt: "2026-01-30T04:30:00.000Z", status: "planned" }),
    ],
  });
});

test("a single one next year has no visit yet, and says when it will be", async () => {
  const dates = { dateFrom: "2027-06-01", dateTo: "2027-06-01" };
  const id = await scheduled(system, { config: dates, repeats: { type: "single" } });
  expect((await read(system, id)).body).toMatchObject({
    nextOccurrence: "2027-06-01T04:30:00.000Z",
    occurrences: [],
  });
});

import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { free } from "../testing/at-work.ts";

const system = useSystem();
const place = { latitude: -26.2, longitude: 28.1 };
const at = (seconds: number) => ({ ...place, recordedAt: system.clock.now().add({ seconds }).toString() });

describe("202", () => {
  test("the newest is where the responder is, whatever the order", async () => {
    const app = await free(system);
    system.clock.advance({ seconds: 60 });
    const newest = { ...at(-1), accuracy: 4.5, speed: 12, heading: 270 };
    const answer = await app.post("/positions", { positions: [at(-30), newest, at(-20)] });
    expect(answer).toMatchObject({
      status: 202,
      body: { accepted: 2, stale: 1, staleIndexes: [2], rejected: [] },
    });
    const position = (await app.state()).body.responder.position;
    expect(position).toMatchObject({ ...place, accuracy: 4.5 });
    expect(Temporal.Instant.from(position.recordedAt).equals(newest.recordedAt)).toBe(true);
  });

  test("late ones do not move the responder back", async () => {
    const app = await free(system);
    const before = (await app.state()).body.responder.position;
    const answer = await app.post("/positions", { positions: [at(-5), at(-3600)] });
    expect(answer.body).toEqual({ accepted: 0, stale: 2, staleIndexes: [0, 1], rejected: [] });
    expect((await app.state()).body.responder.position).toEqual(before);
  });

  test("one that can't be right is rejected by itself, with its place and the reason", async () => {
    const app = await free(system);
    const positions = [
      at(3_600),
      { ...at(1), latitude: 91 },
      at(2),
      { ...at(0), recordedAt: "2025-01-15T08:00:00Z" },
      "here",
      { ...place },
    ];
    const { body } = await app.post("/positions", { positions });
    expect(body).toMatchObject({ accepted: 1, stale: 0, staleIndexes: [] });
    expect(body.rejected).toEqual([
      { index: 0, reason: "recordedAt is 3600 s in the future" },
      { index: 1, reason: "latitude must be a number from -90 to 90" },
      { index: 3, reason: "recordedAt is more than 24 h ago" },
      { index: 4, reason: "must be a JSON object" },
      { index: 5, reason: expect.stringContaining("recordedAt") },
    ]);
  });

  test("a thousand at once", async () => {
    const app = await free(system);
    const positions = Array.from({ length: 1_000 }, (_, index) => at(-index));
    expect((await app.post("/positions", { positions })).body).toMatchObject({ accepted: 0, stale: 1_000 });
  });
});

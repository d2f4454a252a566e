import { describe, expect, onTestFinished, test } from "vitest";
import { createDraughtsman, type Draughtsman, type Report } from "./index.ts";

const at = Temporal.Instant.from("2026-03-14T16:45:07.312Z");

const raised: Report["timeline"][number] = {
  sequence: 1,
  at,
  actor: "acme",
  text: "Raised: Security response, REAL.",
  quote: null,
  hash: "0".repeat(64),
};

const report: Report = {
  calloutId: 100_234,
  mapPath: "/maps/x.png",
  outcome: "attended",
  customerSourceName: "Harbour Retail",
  customerName: "Zanele Khumalo",
  site: { name: "Long Street", address: null, externalReferenceId: "STORE-001" },
  responseType: "Security response",
  classification: "REAL",
  internalTest: false,
  timeZone: "Africa/Johannesburg",
  createdAt: at,
  dispatchedAt: at,
  arrivedAt: null,
  completedAt: null,
  closedAt: at,
  issuedAt: at,
  secondsToDispatch: 0,
  secondsToArrival: null,
  secondsToResolution: 0,
  place: { latitude: -33.92, longitude: 18.42 },
  earlierPlaces: [],
  responders: [],
  timeline: [raised],
  exceptionReasons: [],
  rating: null,
  verification: { algorithm: "SHA-256", hash: "0".repeat(64) },
};

function draughtsman(): Draughtsman {
  const made = createDraughtsman();
  onTestFinished(() => made.stop());
  return made;
}

describe("draughtsman", () => {
  test("draws what was asked for, several at once, whichever is ready first", async () => {
    const { draw } = draughtsman();
    const [pdf, map, again] = await Promise.all([
      draw("pdf", report),
      draw("map", report),
      draw("pdf", report),
    ]);
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect(map.subarray(1, 4).toString()).toBe("PNG");
    expect(again.equals(pdf)).toBe(true);
  });

  test("holds up nothing else: while a report of 500 lines is drawn this thread goes on", async () => {
    const { draw } = draughtsman();
    const timeline = Array.from({ length: 500 }, (_, index) => ({ ...raised, sequence: index + 1 }));
    let turns = 0;
    let turn = setImmediate(function again() {
      turns++;
      turn = setImmediate(again);
    });
    await draw("pdf", { ...report, timeline });
    clearImmediate(turn);
    // drawn here, it would be a handful
    expect(turns).toBeGreaterThan(100);
  });

  test("what can't be drawn is refused, and the next is drawn", async () => {
    const { draw } = draughtsman();
    await expect(draw("pdf", { ...report, timeZone: "Mars/Olympus" })).rejects.toThrow("could not be drawn");
    expect((await draw("map", report)).length).toBeGreaterThan(1_000);
  });

  test("too many at once are refused with 503", async () => {
    const { draw, stop } = draughtsman();
    const drawings = Array.from({ length: 80 }, () => draw("map", report));
    const outcomes = Promise.allSettled(drawings);
    await stop();
    const refused = (await outcomes).filter(
      (each) => each.status === "rejected" && (each.reason as { code?: string }).code === "unavailable",
    );
    expect(refused).toHaveLength(16);
  });

  test("after a stop it draws again", async () => {
    const { draw, stop } = draughtsman();
    await draw("map", report);
    await stop();
    expect((await draw("map", report)).length).toBeGreaterThan(1_000);
  });
});

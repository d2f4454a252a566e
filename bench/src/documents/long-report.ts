import type { Position, ReportData } from "@tocsin/documents";

const raised = Temporal.Instant.from("2026-03-14T16:45:07Z");
const place = { latitude: -33.92487, longitude: 18.42406 };
const names = ["Thandi Nkosi", "Омар Хасан", "محمد عبد الرحمن", "张伟", "山田さくら"];

/** A fix a second for ten minutes. */
function track(turn: number): readonly Position[] {
  return Array.from({ length: 600 }, (_, second) => {
    const left = 0.03 * (1 - second / 599);
    return {
      latitude: place.latitude + left * Math.sin(turn + second / 200),
      longitude: place.longitude + left * Math.cos(turn + second / 200),
    };
  });
}

/** More than most reports have: five responders of five scripts, 3,000 positions, 80 entries. */
export const longReport: ReportData = {
  calloutId: 100_234,
  outcome: "attended",
  customerSourceName: "Harbour Retail Group",
  customerName: null,
  site: { name: "متجر الميناء", address: "112 Long Street, Cape Town", externalReferenceId: "STORE-001" },
  responseType: "Security response",
  classification: "REAL",
  internalTest: false,
  timeZone: "Africa/Johannesburg",
  createdAt: raised,
  dispatchedAt: raised.add({ seconds: 34 }),
  arrivedAt: raised.add({ seconds: 412 }),
  completedAt: raised.add({ seconds: 1_868 }),
  closedAt: raised.add({ seconds: 2_468 }),
  issuedAt: raised.add({ seconds: 3_000 }),
  secondsToDispatch: 34,
  secondsToArrival: 412,
  secondsToResolution: 1_868,
  place,
  earlierPlaces: [],
  responders: names.map((name, index) => ({
    name,
    callSign: `BRAVO-${index}`,
    vehicle: "CA 512-883",
    supplier: "Table Bay Armed Response",
    byHand: false,
    state: "completed",
    assignedAt: raised.add({ seconds: 34 }),
    arrivedAt: raised.add({ seconds: 412 }),
    endedAt: raised.add({ seconds: 1_868 }),
    track: track(index),
  })),
  timeline: Array.from({ length: 80 }, (_, index) => ({
    sequence: index + 1,
    at: raised.add({ seconds: 20 * index }),
    actor: "Control room",
    text: `${names[index % names.length]} accepted, about 5 min away.`,
    quote: index % 4 === 0 ? "Two people inside, back door forced; wait for the second unit." : null,
    hash: "9d41f0be".repeat(8),
  })),
  exceptionReasons: [],
  rating: null,
  verification: { algorithm: "SHA-256", hash: "9d41f0be".repeat(8) },
};

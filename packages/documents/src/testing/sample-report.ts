import type { ReportData, ReportEntry } from "../report/report-data.ts";

const raised = Temporal.Instant.from("2026-03-14T16:45:07.312Z");
const after = (seconds: number) => raised.add({ seconds });
const place = { latitude: -33.92487, longitude: 18.42406 };
const hash = (text: string) => text.repeat(8);

/** A track that ends at the place. */
export function trackTo(
  end: { latitude: number; longitude: number },
  from: readonly [number, number],
  points = 90,
) {
  return Array.from({ length: points }, (_, index) => {
    const left = 1 - index / (points - 1);
    return {
      latitude: end.latitude + left * from[0] + 0.001 * left * Math.sin(index / 7),
      longitude: end.longitude + left * from[1] + 0.002 * left * Math.cos(index / 9),
    };
  });
}

const timeline: readonly ReportEntry[] = [
  [0, "Partner", "Raised: security response, real emergency"],
  [1, "Tocsin", "Offered to Thandi Nkosi, 4 min away (2.3 km)"],
  [21, "Tocsin", "The offer to Thandi Nkosi ran out"],
  [21, "Tocsin", "Offered to Омар Хасан, 5 min away (2.9 km)"],
  [34, "Омар Хасан", "Accepted the offer, arrives in about 5 min"],
  [60, "Control room: N. Mbeki", "Took the callout"],
  [
    75,
    "Control room: N. Mbeki",
    "Comment",
    "Called the site. Two people inside, back door forced; responder told to wait for the second unit.",
  ],
  [412, "Омар Хасан", "Arrived"],
  [1_868, "Омар Хасан", "Completed: attended"],
  [2_468, "Tocsin", "Closed: attended"],
].map(([seconds, actor, text, quote = null], index) => ({
  sequence: index + 1,
  at: after(Number(seconds)),
  actor: String(actor),
  text: String(text),
  quote: quote === null ? null : String(quote),
  hash: hash(`${index}a3f9c2d`),
}));

/** A callout as many are: attended by the second who was asked. */
export const sampleReport: ReportData = {
  calloutId: 100_234,
  outcome: "attended",
  customerSourceName: "Harbour Retail Group",
  customerName: null,
  site: {
    name: "Harbour Retail, Long Street",
    address: "112 Long Street, Cape Town City Centre, Cape Town, 8001",
    externalReferenceId: "STORE-001",
  },
  responseType: "Security response",
  classification: "REAL",
  internalTest: false,
  timeZone: "Africa/Johannesburg",
  createdAt: raised,
  dispatchedAt: after(34),
  arrivedAt: after(412),
  completedAt: after(1_868),
  closedAt: after(2_468),
  issuedAt: after(90_000),
  secondsToDispatch: 34,
  secondsToArrival: 412,
  secondsToResolution: 1_868,
  place,
  earlierPlaces: [],
  responders: [
    {
      name: "Омар Хасан",
      callSign: "BRAVO-7",
      vehicle: "CA 512-883",
      supplier: "Table Bay Armed Response",
      byHand: false,
      state: "completed",
      assignedAt: after(34),
      arrivedAt: after(412),
      endedAt: after(1_868),
      track: trackTo(place, [0.021, 0.028]),
    },
  ],
  timeline,
  exceptionReasons: [
    { reason: "Technical malfunction detected", notes: "Keypad in the storeroom", at: after(1_900) },
  ],
  rating: { rating: 4, details: "Quick and friendly.", items: ["Arrived fast", "Well informed"] },
  verification: { algorithm: "SHA-256", hash: hash("9d41f0be") },
};

import {
  addResponder,
  happen,
  nextId,
  raiseCallout,
  type TestCallout,
  type TestResponder,
  useSystem,
} from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { addCustomer } from "../testing/add-customer.ts";

const system = useSystem();
const duty = { kind: "controller", id: 301, name: "N. Mbeki" } as const;

const report = ({ id }: TestCallout, accept?: string) =>
  system.request({
    method: "GET",
    path: `/panic-api/v2/callouts/${id}/resolutionReport`,
    headers: accept === undefined ? {} : { accept },
  });
const post = (path: string, body: unknown) =>
  system.request({ method: "POST", path: `/panic-api/v2${path}`, body });

/** Sent after 30 s, there after 5 min, done after 30 min, closed after 40 min. */
async function attend(callout: TestCallout, { responderId }: TestResponder): Promise<void> {
  const by = { kind: "responder", id: responderId, name: "Responder 1" } as const;
  const [offerId, assignmentId] = [await nextId(system, "offer_id"), await nextId(system, "assignment_id")];
  const candidate = { responderId, etaSeconds: 250, distanceMetres: 100, reservable: true };
  system.clock.advance({ seconds: 30 });
  await happen(system, callout, { type: "dispatchLooked", candidates: [candidate], offerIds: [offerId] });
  await happen(system, callout, { type: "offerAccepted", offerId, assignmentId, etaSeconds: null, by });
  system.clock.advance({ seconds: 270 });
  await happen(system, callout, { type: "arrived", assignmentId, position: null, by });
  system.clock.advance({ minutes: 25 });
  await happen(system, callout, { type: "completed", assignmentId, outcome: null, notes: "All shut.", by });
  system.clock.advance({ minutes: 10 });
  await happen(system, callout, { type: "closed", outcome: "attended", notes: null, by: duty });
}

describe("as JSON", () => {
  test("an attended callout, member by member", async () => {
    const callout = await raiseCallout(system);
    const responder = await addResponder(system);
    const raisedAt = system.clock.now();
    const after = (duration: Temporal.DurationLike): string =>
      raisedAt.add(duration).toString({ fractionalSecondDigits: 3 });
    await attend(callout, responder);
    await post(`/callouts/${callout.id}/exceptionReasons`, { exceptionReasonId: 102, notes: "A cat" });
    const rating = (await post("/ratings", { calloutId: callout.id, rating: 4, comment: "Quick" })).body;
    await post("/rating-items", {
      ratingId: rating.id,
      ratingItemDescription: "Polite",
      sentiment: "positive",
    });
    const { status, headers, body } = await report(callout);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      "content-type": expect.stringContaining("application/json"),
      vary: "Accept",
    });
    const line = (sequence: number, createdAt: string, createdBy: string, message: string) => {
      return { sequence, createdAt, createdBy, message, hash: expect.stringMatching(/^[0-9a-f]{64}$/) };
    };
    expect(body).toEqual({
      message: "Report found.",
      calloutId: callout.id,
      outcome: "attended",
      createdAt: after({ seconds: 0 }),
      dispatchedAt: after({ seconds: 30 }),
      arrivedAt: after({ minutes: 5 }),
      completedAt: after({ minutes: 30 }),
      closedAt: after({ minutes: 40 }),
      secondsToDispatch: 30,
      secondsToArrival: 300,
      secondsToResolution: 1800,
      responders: [
        {
          id: responder.responderId,
          name: "Responder 1",
          callSign: null,
          vehicle: null,
          supplier: { id: responder.supplierId, name: expect.stringContaining("Supplier") },
          dispatchedAt: after({ seconds: 30 }),
          arrivedAt: after({ minutes: 5 }),
          completedAt: after({ minutes: 30 }),
          cancelledAt: null,
        },
      ],
      timeline: [
        line(1, after({ seconds: 0 }), "acme", "Raised: Security response, REAL."),
        line(3, after({ seconds: 30 }), "Responder 1", "Responder 1 accepted, about 4 min away."),
        line(4, after({ minutes: 5 }), "Responder 1", "Responder 1 arrived."),
        line(5, after({ minutes: 30 }), "Responder 1", "Responder 1 completed the work. All shut."),
        line(6, after({ minutes: 40 }), "Control room", "Closed: attended."),
        line(7, after({ minutes: 40 }), "acme", "Comment (exceptionReason). False alarm triggered: A cat"),
      ],
      exceptionReasons: [
        {
          id: expect.any(Number),
          exceptionReasonId: 102,
          reason: "False alarm triggered",
          notes: "A cat",
          createdAt: after({ minutes: 40 }),
        },
      ],
      rating: {
        id: rating.id,
        rating: 4,
        additionalDetails: "Quick",
        customerAllowedToBeContacted: null,
        ratingItems: ["Polite (positive)"],
      },
      verification: { algorithm: "SHA-256", hash: body.timeline.at(-1).hash },
    });
  });

  test("a dismissed one: nobody went, nothing was rated, and it was settled by the close", async () => {
    const callout = await raiseCallout(system);
    system.clock.advance({ seconds: 12 });
    await post(`/callouts/${callout.id}/dismiss`, {});
    expect((await report(callout)).body).toMatchObject({
      outcome: "cancelled",
      dispatchedAt: null,
      arrivedAt: null,
      completedAt: null,
      secondsToDispatch: null,
      secondsToArrival: null,
      secondsToResolution: 12,
      responders: [],
      exceptionReasons: [],
      rating: null,
    });
  });
});

describe("as a PDF", () => {
  test.each([
    "application/pdf",
    "application/json;q=0.5, application/pdf",
    "application/pdf, */*;q=0.1",
    "application/pdf, */*",
    "text/html, application/*;q=0.5, application/pdf;q=0.5",
  ])("for Accept: %s", async (accept) => {
    const callout = await raiseCallout(system, { customerId: await addCustomer(system, { mobile: null }) });
    await post(`/callouts/${callout.id}/location`, { latitude: -26.2, longitude: 28.1 });
    await attend(callout, await addResponder(system));
    const { status, headers, text } = await report(callout, accept);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="callout-${callout.id}.pdf"`,
      vary: "Accept",
    });
    expect(text.slice(0, 5)).toBe("%PDF-");
    expect(text.trimEnd().slice(-5)).toBe("%%EOF");
  });

  test.each([
    undefined,
    "*/*",
    "application/json",
    "application/json, application/pdf",
    "text/html",
    "application/pdf;q=0",
    "application/pdf;q=0.2, */*;q=0.3",
    "application/pdf;q=0, */*;q=0",
    "application/*",
  ])("not for Accept: %s", async (accept) => {
    const callout = await raiseCallout(system);
    await post(`/callouts/${callout.id}/dismiss`, {});
    expect((await report(callout, accept)).body.calloutId).toBe(callout.id);
  });
});

import { addResponder, happen, nextId, raiseCallout, type TestCallout, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();
const duty = { kind: "controller", id: 301, name: "N. Mbeki" } as const;

const list = async ({ id }: TestCallout) =>
  (await system.request({ method: "GET", path: `/panic-api/v2/callouts/${id}/events` })).body;

test("the raise, member by member", async () => {
  const callout = await raiseCallout(system, { responseTypeId: 2 });
  const now = system.clock.now().toString({ fractionalSecondDigits: 3 });
  const { customerSourceId, clientId } = system.partner;
  expect(await list(callout)).toEqual([
    {
      id: expect.any(Number),
      calloutId: callout.id,
      calloutEventTypeId: 2,
      event: {
        kind: "raised",
        source: null,
        message: null,
        responderId: null,
        responderName: null,
        etaSeconds: null,
        latitude: null,
        longitude: null,
        accuracy: null,
        responseTypeId: 2,
        calloutClassificationId: 1,
        outcome: null,
      },
      message: "Raised: Medical response, REAL.",
      createdBy: clientId,
      integrationUserId: customerSourceId,
      createdAt: now,
      updatedAt: now,
      calloutEventType: { id: 2, value: "STATUS" },
      calloutEventTags: [],
      integrationUser: { id: customerSourceId, name: clientId },
    },
  ]);
});

test("a whole story, oldest first: what the control room keeps to itself is not among it", async () => {
  const callout = await raiseCallout(system);
  const { responderId } = await addResponder(system);
  const responder = { kind: "responder", id: responderId, name: "Responder 1" } as const;
  const [offerId, assignmentId] = [await nextId(system, "offer_id"), await nextId(system, "assignment_id")];
  const candidate = { responderId, etaSeconds: 250, distanceMetres: 100, reservable: true };
  const story: readonly Parameters<typeof happen>[2][] = [
    { type: "owned", owner: { operatorId: 301, name: "N. Mbeki" }, force: false },
    { type: "deadlineDue", kind: "unattended" },
    { type: "dispatchLooked", candidates: [candidate], offerIds: [offerId] },
    { type: "offerAccepted", offerId, assignmentId, etaSeconds: null, by: responder },
    { type: "moved", position: { latitude: -26, longitude: 28, accuracy: 5 }, by: duty },
    { type: "commented", message: "Go to the back door", source: null, by: duty },
    { type: "progressLooked", responders: [{ responderId, positionAgeSeconds: 600, approachMetres: null }] },
    { type: "arrived", assignmentId, position: null, by: responder },
    { type: "verified", classificationId: 1, by: duty },
    { type: "completed", assignmentId, outcome: "all clear", notes: "Window shut.", by: responder },
    { type: "released", operator: { operatorId: 301, name: "N. Mbeki" }, force: false },
    { type: "closed", outcome: "attended", notes: "Not for the partner", by: duty },
  ];
  for (const event of story) await happen(system, callout, event);
  const lines = (await list(callout)) as {
    calloutEventType: { value: string };
    createdBy: string;
    message: string;
  }[];
  expect(
    lines.map(({ calloutEventType, createdBy, message }) => [calloutEventType.value, createdBy, message]),
  ).toEqual([
    ["STATUS", "acme", "Raised: Security response, REAL."],
    ["SYSTEM", "Control room", "The control room took the callout in hand."],
    ["DISPATCH", "Responder 1", "Responder 1 accepted, about 4 min away."],
    ["LOCATION", "Control room", "The position is now -26, 28."],
    ["COMMENT", "Control room", "Go to the back door"],
    ["STATUS", "Responder 1", "Responder 1 arrived."],
    ["SYSTEM", "Control room", "The control room verified it as REAL."],
    ["STATUS", "Responder 1", "Responder 1 completed the work: all clear. Window shut."],
    ["SYSTEM", "Control room", "The control room gave the callout back to the queue."],
    ["STATUS", "Control room", "Closed: attended."],
  ]);
  const text = JSON.stringify(lines);
  expect(text).not.toContain("Mbeki");
  expect(text).not.toContain("Not for the partner");
  const ids = lines.map((line) => (line as unknown as { id: number }).id);
  expect(ids).toEqual(ids.toSorted((a, b) => a - b));
});

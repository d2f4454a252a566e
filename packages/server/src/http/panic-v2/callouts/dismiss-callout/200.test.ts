import { addResponder, bringTo, happen, raiseCallout, type TestCallout, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

const dismiss = ({ id }: TestCallout, body?: unknown) =>
  system.request({ method: "POST", path: `/panic-api/v2/callouts/${id}/dismiss`, body });

async function notices({ id }: TestCallout): Promise<string[]> {
  const rows = await system.context.db.query<{ event: string }>({
    text: "select event from outbox where callout_id = $1 order by id",
    values: [id],
  });
  return rows.map(({ event }) => event);
}

test.each([
  ["{}", {}],
  ["an absent body", undefined],
  ["a safe code, which is not looked at", { safeCode: "1234" }],
])("cancels and closes in one step, and tells both in that order: %s", async (_title, body) => {
  const callout = await raiseCallout(system);
  const responder = await addResponder(system);
  await bringTo(system, callout, "assigned", responder);
  const answer = await dismiss(callout, body);
  expect(answer).toMatchObject({
    status: 200,
    body: {
      id: callout.id,
      status: "closed",
      message: "Callout dismissed.",
      callout: {
        status: "closed",
        incidentInformation: [
          { responder: { id: responder.responderId }, cancelledAt: expect.any(String), completedAt: null },
        ],
      },
    },
  });
  expect((await notices(callout)).slice(-2)).toEqual([
    "CALLOUT_NO_LONGER_REQUIRES_RESPONSE",
    "CALLOUT_CLOSED",
  ]);
});

test("closes one that is cancelled already", async () => {
  const callout = await raiseCallout(system);
  const by = { kind: "integrator", id: 11, name: "acme" } as const;
  await happen(system, callout, { type: "cancelled", kind: "plain", reason: null, by });
  expect((await dismiss(callout)).body.status).toBe("closed");
  expect((await notices(callout)).filter((event) => event === "CALLOUT_CLOSED")).toHaveLength(1);
});

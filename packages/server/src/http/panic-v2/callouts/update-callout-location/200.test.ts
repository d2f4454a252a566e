import { addResponder, bringTo, happen, raiseCallout, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

const move = (id: number, body: unknown) =>
  system.request({ method: "POST", path: `/panic-api/v2/callouts/${id}/location`, body });
const read = async (id: number) =>
  (await system.request({ method: "GET", path: `/panic-api/v2/callouts/${id}` })).body;

test("the published example: the message, and the callout is there from now on", async () => {
  const { id } = await raiseCallout(system);
  await system.context.db.query({ text: "update fixed_location set formatted_address = '1 Long Street'" });
  system.clock.advance({ seconds: 5 });
  const answer = await move(id, { latitude: -33.9249, longitude: 18.4241 });
  expect(answer).toMatchObject({ status: 200 });
  expect(answer.body).toEqual({ message: "Request completed successfully." });
  expect(await read(id)).toMatchObject({
    latitude: -33.9249,
    longitude: 18.4241,
    predefinedLocationId: expect.any(Number),
    callout: {
      incidentInformation: [
        {
          calloutCurrentLocation: {
            latitude: "-33.9249",
            longitude: "18.4241",
            accuracy: null,
            formattedAddress: "1 Long Street",
            updatedAt: system.clock.now().toString({ fractionalSecondDigits: 3 }),
          },
        },
      ],
    },
  });
});

test.each([
  ["accuracy", { accuracy: 12.5 }, 12.5],
  ["accuracy null", { accuracy: null }, null],
  ["accuracy empty", { accuracy: "" }, null],
  ["a calloutId, which is ignored", { calloutId: 1 }, null],
])("%s", async (_title, more, accuracy) => {
  const { id } = await raiseCallout(system);
  expect((await move(id, { latitude: 90, longitude: -180, ...more })).status).toBe(200);
  const [row] = (await read(id)).callout.incidentInformation;
  expect(row.calloutCurrentLocation).toMatchObject({ latitude: "90", longitude: "-180", accuracy });
});

test("after a cancel it is still taken, until the close", async () => {
  const callout = await raiseCallout(system);
  await bringTo(system, callout, "assigned", await addResponder(system));
  const by = { kind: "integrator", id: 11, name: "acme" } as const;
  await happen(system, callout, { type: "cancelled", kind: "plain", reason: null, by });
  expect((await move(callout.id, { latitude: 1, longitude: 2 })).status).toBe(200);
  expect(await read(callout.id)).toMatchObject({ status: "Responder Cancelled", latitude: 1 });
});

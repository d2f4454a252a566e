import { addPlaces, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("reads flat at top level and nested in the envelope, with the incident row that stands from the start", async () => {
  const [place = ""] = await addPlaces(system, 1, "read");
  await system.context.db.query({ text: "update fixed_location set formatted_address = '1 Long Street'" });
  const path = `/panic-api/v2/predefinedLocations/externalRef/${place}/callouts`;
  const { body: raised } = await system.request({ method: "POST", path, body: { responseTypeId: 1 } });
  const { status, body } = await system.request({
    method: "GET",
    path: `/panic-api/v2/callouts/${raised.id}`,
  });
  expect(status).toBe(200);
  const { id, customerId, predefinedLocationId, latitude, longitude, createdAt, url } = raised;
  const flat = {
    id,
    customerId,
    predefinedLocationId,
    status: "created",
    latitude,
    longitude,
    responseTypeId: 1,
    calloutClassificationId: 1,
    createdAt,
    url,
  };
  expect(body).toEqual({
    ...flat,
    message: "Callout found.",
    callout: {
      ...flat,
      internalTest: false,
      calloutClassification: { id: 1, value: "REAL" },
      incidentInformation: [
        {
          id: expect.any(Number),
          calloutId: id,
          predefinedLocationId,
          typeOfEmergency: { id: 1, description: "Security" },
          incidentcategory: { id: 1, description: "Intruder alarm" },
          responseType: { id: 1, value: "SECURITY", description: "Security response" },
          calloutClassification: { id: 1, value: "REAL" },
          internalTest: false,
          calloutCurrentLocation: {
            latitude: "-26.1",
            longitude: "28.05",
            accuracy: null,
            formattedAddress: "1 Long Street",
            updatedAt: createdAt,
          },
          responder: null,
          supplier: null,
          etaSeconds: null,
          dispatchedAt: null,
          acknowledgedAt: null,
          arrivedAt: null,
          completedAt: null,
          cancelledAt: null,
        },
      ],
    },
  });
});

test("a GET that carries Content-Type and no body, or a trailing slash, is fine", async () => {
  const [place = ""] = await addPlaces(system, 1, "plain");
  const path = `/panic-api/v2/predefinedLocations/externalRef/${place}/callouts`;
  const { body: raised } = await system.request({ method: "POST", path, body: { responseTypeId: 2 } });
  const headers = { "content-type": "application/json" };
  const answer = await system.request({
    method: "GET",
    path: `/panic-api/v2/callouts/${raised.id}/`,
    headers,
  });
  expect(answer).toMatchObject({
    status: 200,
    body: {
      callout: { incidentInformation: [{ calloutCurrentLocation: { formattedAddress: "-26.1, 28.05" } }] },
    },
  });
});

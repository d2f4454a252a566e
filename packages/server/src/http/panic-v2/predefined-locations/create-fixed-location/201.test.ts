import { addCustomers, useSystem } from "@tocsin/testkit";
import { fixedLocation } from "@tocsin/wire";
import { describe, expect, test } from "vitest";

const system = useSystem();
const path = "/panic-api/v2/predefinedLocations";

describe("201", () => {
  test("carries the bare object, every member of it, newer names and older", async () => {
    const body = {
      externalReferenceId: "site_9944",
      locationIdentifier: "site_9944",
      locationDescription: "Downtown Branch",
      latitude: "-26.12345",
      longitude: "28.12345",
      formattedAddress: "123 Main Street, Johannesburg",
      calloutLocationTypeId: 3,
    };
    const answer = await system.request({ method: "POST", path, body });
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      ...body,
      id: expect.any(Number),
      customerId: null,
      customerSourceId: system.partner.customerSourceId,
      locationAdditionalInformation: null,
      w3w: null,
      calloutLocationTypeValue: "RETAIL",
      calloutLocationTypeDescription: "Retail",
      duressCode: null,
      medicalCoverage: null,
      securityCoverage: null,
      inCoverageLastCheckedAt: "2026-01-15T08:00:00.000Z",
      createdAt: "2026-01-15T08:00:00.000Z",
      updatedAt: "2026-01-15T08:00:00.000Z",
      "calloutLocationType.id": 3,
      "calloutLocationType.value": "RETAIL",
      "calloutLocationType.description": "Retail",
      "calloutLocationType.addressType": "RETAIL",
      "calloutLocationType.createdAt": "2026-01-01T00:00:00.000Z",
      "calloutLocationType.updatedAt": "2026-01-01T00:00:00.000Z",
      name: "Downtown Branch",
      address: "123 Main Street, Johannesburg",
    });
  });

  test("has null for everything that is not there", async () => {
    const body = { externalReferenceId: "bare", name: "Bare", latitude: -26.1, longitude: 28, w3w: "" };
    const answer = await system.request({ method: "POST", path, body });
    expect(answer.status).toBe(201);
    const nulls = Object.entries(fixedLocation.parse(answer.body)).filter(([, value]) => value === null);
    expect(nulls.map(([member]) => member).toSorted()).toEqual([
      "address",
      "calloutLocationType.addressType",
      "calloutLocationType.createdAt",
      "calloutLocationType.description",
      "calloutLocationType.id",
      "calloutLocationType.updatedAt",
      "calloutLocationType.value",
      "calloutLocationTypeDescription",
      "calloutLocationTypeId",
      "calloutLocationTypeValue",
      "customerId",
      "duressCode",
      "formattedAddress",
      "locationAdditionalInformation",
      "locationDescription",
      "medicalCoverage",
      "securityCoverage",
      "w3w",
    ]);
    expect(answer.body).toMatchObject({
      locationIdentifier: "Bare",
      name: "Bare",
      latitude: "-26.1",
      longitude: "28",
    });
  });

  test("answers coordinates as the text that was sent", async () => {
    const body = {
      externalReferenceId: "exact",
      locationIdentifier: "x",
      latitude: "-26.1234500",
      longitude: "028.10",
    };
    const answer = await system.request({ method: "POST", path, body });
    expect(answer).toMatchObject({ status: 201, body: { latitude: "-26.1234500", longitude: "028.10" } });
  });

  test("takes a customer of the tenant", async () => {
    const [customerId] = await addCustomers(system, 1);
    const body = {
      externalReferenceId: "theirs",
      locationIdentifier: "x",
      latitude: 1,
      longitude: 1,
      customerId,
    };
    expect(await system.request({ method: "POST", path, body })).toMatchObject({
      status: 201,
      body: { customerId },
    });
  });

  test("never shows the duress code", async () => {
    const body = {
      externalReferenceId: "duress",
      locationIdentifier: "x",
      latitude: 1,
      longitude: 1,
      duressCode: "4711",
    };
    const answer = await system.request({ method: "POST", path, body });
    expect(answer.status).toBe(201);
    expect(answer.text).not.toContain("4711");
    expect(answer.body.duressCode).toBeNull();
  });

  test("goes to everybody who asks for a reference that another tenant has", async () => {
    const body = { externalReferenceId: "shared", locationIdentifier: "x", latitude: 1, longitude: 1 };
    expect((await system.request({ method: "POST", path, body })).status).toBe(201);
    const token = await system.token(system.otherPartner);
    expect((await system.request({ method: "POST", path, body, token })).status).toBe(201);
  });

  test("is answered again under the same Idempotency-Key, and is one location", async () => {
    const body = { externalReferenceId: "keyed", locationIdentifier: "x", latitude: 1, longitude: 1 };
    const request = { method: "POST", path, body, headers: { "idempotency-key": "k-1" } } as const;
    const first = await system.request(request);
    expect(first.status).toBe(201);
    expect(await system.request(request)).toMatchObject({ status: 201, text: first.text });
  });
});

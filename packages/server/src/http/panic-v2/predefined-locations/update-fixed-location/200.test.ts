import { addCustomers, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";

const system = useSystem();
const path = "/panic-api/v2/predefinedLocations";

const full = {
  locationIdentifier: "store_1",
  locationDescription: "Long Street Store",
  locationAdditionalInformation: "Ring twice",
  formattedAddress: "1 Long Street",
  w3w: "filled.count.soap",
  latitude: "-33.920",
  longitude: "18.42",
  calloutLocationTypeId: 3,
  duressCode: "4711",
};

async function create(externalReferenceId: string, members: object = {}) {
  const body = { ...full, externalReferenceId, ...members };
  const created = await system.request({ method: "POST", path, body });
  expect(created.status).toBe(201);
  return created.body;
}

async function put(id: number, body: object) {
  return system.request({ method: "PUT", path: `${path}/${id}`, body });
}

describe("200 in the newer shape", () => {
  test("replaces everything and clears what is absent", async () => {
    const [customerId] = await addCustomers(system, 1);
    const created = await create("replace", { customerId });
    const body = {
      externalReferenceId: "replaced",
      locationIdentifier: "store_2",
      latitude: -34,
      longitude: "18.50",
    };
    const answer = await put(created.id, body);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      ...Object.fromEntries(Object.keys(created).map((member) => [member, null])),
      ...body,
      latitude: "-34",
      id: created.id,
      customerSourceId: created.customerSourceId,
      name: "store_2",
      inCoverageLastCheckedAt: expect.any(String),
      createdAt: created.createdAt,
      updatedAt: expect.any(String),
    });
    expect((await system.request({ method: "GET", path: `${path}/${created.id}` })).text).toBe(answer.text);
  });

  test("means the newer name when both are there", async () => {
    const { id } = await create("both");
    const body = { ...full, externalReferenceId: "both", name: "old", address: "old" };
    expect(await put(id, body)).toMatchObject({
      status: 200,
      body: { name: full.locationDescription, address: full.formattedAddress },
    });
  });

  test("takes back any answer of ours and changes nothing by it", async () => {
    const created = await create("round trip", {
      locationDescription: " ",
      formattedAddress: "x".repeat(1024),
    });
    const { updatedAt: _then, ...before } = created;
    const answer = await put(created.id, created);
    expect(answer).toMatchObject({ status: 200, body: before });
  });

  test("moves updatedAt and never createdAt, also within a millisecond and when the clock was set back", async () => {
    const created = await create("clock");
    const stamps = [created.updatedAt];
    for (const hours of [0, 0, 1, -2]) {
      system.clock.advance({ hours });
      const { body } = await put(created.id, { ...full, externalReferenceId: "clock" });
      expect(body.createdAt).toBe(created.createdAt);
      stamps.push(body.updatedAt);
    }
    expect(stamps).toEqual([...new Set(stamps)].toSorted());
  });
});

describe("200 in the older shape", () => {
  test("sets the identifier, clears the description and keeps every other absent member", async () => {
    const created = await create("STORE-001");
    const answer = await put(created.id, { name: "Waterfront Store", externalReferenceId: "STORE-001" });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      ...created,
      locationIdentifier: "Waterfront Store",
      locationDescription: null,
      name: "Waterfront Store",
      updatedAt: expect.any(String),
    });
  });

  test("keeps the reference too when it is absent", async () => {
    const created = await create("kept");
    expect(await put(created.id, { name: "x" })).toMatchObject({
      status: 200,
      body: { externalReferenceId: "kept" },
    });
  });

  test("sets what else is there", async () => {
    const created = await create("some");
    const answer = await put(created.id, {
      name: "x",
      address: "2 Long Street",
      latitude: 1,
      calloutLocationTypeId: 6,
    });
    expect(answer.body).toMatchObject({
      address: "2 Long Street",
      latitude: "1",
      longitude: "18.42",
      calloutLocationTypeValue: "OTHER",
    });
  });
});

import { addPlaces, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";

const system = useSystem();
const path = "/panic-api/v2/predefinedLocations";
const place = {
  externalReferenceId: "STORE-001",
  locationIdentifier: "store_1",
  latitude: "-26.1",
  longitude: "28.1",
};

const bodies: readonly [title: string, body: unknown, fields: readonly string[]][] = [
  ["no body at all", undefined, ["body"]],
  ["nothing", {}, ["locationIdentifier", "externalReferenceId", "latitude", "longitude"]],
  ["the newer shape without a coordinate", { ...place, longitude: undefined }, ["longitude"]],
  ["a blank reference", { ...place, externalReferenceId: " " }, ["externalReferenceId"]],
  ["a bad member in the older shape", { name: "x", latitude: 91 }, ["latitude"]],
  ["a NUL character", { ...place, locationIdentifier: "\0" }, ["locationIdentifier"]],
  ["infinity", `{"name":"x","longitude":-1e999}`, ["longitude"]],
  ["an id beyond 2^53", `{"name":"x","customerId":9007199254740993}`, ["customerId"]],
];

describe("400", () => {
  test.each(bodies)("%s is refused by name, and nothing is changed", async (_title, body, fields) => {
    const [reference = ""] = await addPlaces(system, 1, crypto.randomUUID());
    const before = await system.request({ method: "GET", path: `${path}/externalRef/${reference}` });
    const answer = await system.request({ method: "PUT", path: `${path}/${before.body.id}`, body });
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map(({ field }: { field: string }) => field)).toEqual(fields);
    expect((await system.request({ method: "GET", path: `${path}/${before.body.id}` })).text).toBe(
      before.text,
    );
  });

  test("names a bad id beside the bad members, before it asks whether it exists", async () => {
    const answer = await system.request({
      method: "PUT",
      path: `${path}/abc`,
      body: { ...place, latitude: 91 },
    });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: "id" }, { field: "latitude" }] } });
    expect((await system.request({ method: "PUT", path: `${path}/999999`, body: {} })).status).toBe(400);
  });
});

import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";

const system = useSystem();
const path = "/panic-api/v2/predefinedLocations";
const place = {
  externalReferenceId: "STORE-001",
  locationIdentifier: "store_1",
  latitude: "-26.1",
  longitude: "28.1",
};

// the schema's own test has the whole table; these are the ways through HTTP and JSON
const bodies: readonly [title: string, body: unknown, fields: readonly string[]][] = [
  ["no body at all", undefined, ["body"]],
  ["an array", [], ["body"]],
  ["nothing", {}, ["externalReferenceId", "latitude", "longitude", "locationIdentifier"]],
  ["a blank reference", { ...place, externalReferenceId: "  " }, ["externalReferenceId"]],
  [
    "a reference of 129 characters",
    { ...place, externalReferenceId: "x".repeat(129) },
    ["externalReferenceId"],
  ],
  ["a NUL character", { ...place, w3w: "a\0b" }, ["w3w"]],
  [
    "a lone surrogate",
    `{"externalReferenceId":"a\\ud800","locationIdentifier":"x","latitude":1,"longitude":1}`,
    ["externalReferenceId"],
  ],
  [
    "infinity",
    `{"externalReferenceId":"a","locationIdentifier":"x","latitude":1e999,"longitude":1}`,
    ["latitude"],
  ],
  [
    "an id beyond 2^53",
    `{"externalReferenceId":"a","locationIdentifier":"x","latitude":1,"longitude":1,"customerId":9007199254740993}`,
    ["customerId"],
  ],
  ["latitude 91", { ...place, latitude: 91 }, ["latitude"]],
  [
    "several bad members",
    { ...place, latitude: "x", longitude: 181, duressCode: 1 },
    ["latitude", "longitude", "duressCode"],
  ],
];

describe("400", () => {
  test.each(bodies)("%s is refused by name", async (_title, body, fields) => {
    const answer = await system.request({ method: "POST", path, body });
    expect(answer.status).toBe(400);
    expect(answer.headers["x-error-code"]).toBe("invalid-request");
    expect(answer.body.errors.map(({ field }: { field: string }) => field)).toEqual(fields);
    for (const field of fields) expect(answer.body.message).toContain(field);
  });

  test("comes before 404: a bad member beside an unknown customer is a bad member", async () => {
    const body = { ...place, customerId: 999_999, latitude: 91 };
    expect((await system.request({ method: "POST", path, body })).status).toBe(400);
  });
});

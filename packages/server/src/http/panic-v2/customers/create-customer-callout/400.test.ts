import { addSubscriber, useSystem } from "@tocsin/testkit";
import { beforeAll, describe, expect, test } from "vitest";

const system = useSystem();
let path = "";

beforeAll(async () => {
  path = `/panic-api/v2/customers/${await addSubscriber(system)}/callouts`;
});

const spot = { latitude: 1, longitude: 2 };
const fieldsOf = async (body: unknown): Promise<string[]> => {
  const answer = await system.request({ method: "POST", path, body });
  expect(answer).toMatchObject({ status: 400, headers: { "x-error-code": "invalid-request" } });
  return answer.body.errors.map(({ field }: { field: string }) => field);
};

describe("exactly one place", () => {
  test.each<[string, Record<string, unknown>, string[]]>([
    ["none", {}, ["location"]],
    ["none but an accuracy", { accuracy: 3 }, ["location"]],
    ["an empty location", { location: {} }, ["location"]],
    ["null, and an empty text", { location: null, predefinedLocationId: "" }, ["location"]],
    ["location and flat", { location: spot, ...spot }, ["location"]],
    ["location and a place", { location: spot, predefinedLocationId: 5 }, ["location"]],
    ["flat and a place", { ...spot, predefinedLocationId: 5 }, ["location"]],
    ["location with both", { location: { ...spot, predefinedLocationId: 5 } }, ["location"]],
    ["two places", { location: { predefinedLocationId: 6 }, predefinedLocationId: 5 }, ["location"]],
    ["all three", { location: spot, ...spot, predefinedLocationId: 5 }, ["location"]],
    ["half a location", { location: { latitude: 1 } }, ["location.longitude"]],
    ["half of the flat members", { longitude: 2 }, ["latitude"]],
  ])("%s", async (_title, members, fields) => {
    expect(await fieldsOf({ responseTypeId: 1, ...members })).toEqual(fields);
  });
});

test.each<[string, unknown, string[]]>([
  ["no body at all", undefined, ["body", "responseTypeId"]],
  ["an array", [], ["body", "responseTypeId"]],
  ["text for coordinates", { responseTypeId: 1, latitude: "1", longitude: "2" }, ["latitude", "longitude"]],
  [
    "off the earth",
    { responseTypeId: 1, location: { latitude: 91, longitude: -181 } },
    ["location.latitude", "location.longitude"],
  ],
  ["a location that is none", { responseTypeId: 1, location: "1,2" }, ["location"]],
  ["a response type that is not switched on", { responseTypeId: 3, ...spot }, ["responseTypeId"]],
  ["no response type", spot, ["responseTypeId"]],
  [
    "everything at once",
    { responseTypeId: "x", calloutClassificationId: 4, internalTest: "no" },
    ["responseTypeId", "calloutClassificationId", "internalTest", "location"],
  ],
])("every bad member is named: %s", async (_title, body, fields) => {
  expect((await fieldsOf(body)).toSorted()).toEqual(fields.toSorted());
});

test("a customer who can't be one is named beside the rest", async () => {
  const answer = await system.request({
    method: "POST",
    path: "/panic-api/v2/customers/x/callouts",
    body: {},
  });
  expect(answer.body.errors.map(({ field }: { field: string }) => field).toSorted()).toEqual([
    "customerId",
    "location",
    "responseTypeId",
  ]);
});

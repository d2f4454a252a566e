import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { describeIssues } from "./errors.ts";
import { createFixedLocationRequest, updateFixedLocationRequest } from "./fixed-location-requests.ts";

const place = {
  externalReferenceId: "STORE-001",
  locationIdentifier: "store_1",
  latitude: "-26.12345",
  longitude: "28.12345",
};

const cleared = {
  customerId: null,
  calloutLocationTypeId: null,
  locationDescription: null,
  locationAdditionalInformation: null,
  formattedAddress: null,
  w3w: null,
  duressCode: null,
};

/** The bad members that a body is refused for, in the order they are named. */
function refusals(schema: z.ZodType, body: unknown): string[] {
  const result = schema.safeParse(body, { reportInput: true });
  return result.success ? [] : describeIssues(result.error.issues).map(({ field }) => field);
}

describe("the body of a create", () => {
  test("reads as the newer names, with null for what is absent, empty or unknown to us", () => {
    expect(createFixedLocationRequest.parse({ ...place, w3w: "", duressCode: null, colour: "red" })).toEqual({
      ...place,
      ...cleared,
    });
  });

  test("may use the older names", () => {
    const { locationIdentifier: _absent, ...rest } = place;
    const read = createFixedLocationRequest.parse({
      ...rest,
      name: "Long Street Store",
      address: "1 Long Street",
    });
    expect(read).toEqual({
      ...rest,
      ...cleared,
      locationIdentifier: "Long Street Store",
      formattedAddress: "1 Long Street",
    });
  });

  test("means the newer name of a member when both are there", () => {
    const read = createFixedLocationRequest.parse({
      ...place,
      name: "old",
      address: "old",
      formattedAddress: "new",
    });
    expect(read).toMatchObject({ locationIdentifier: "store_1", formattedAddress: "new" });
  });

  test("keeps coordinates as they were sent, and numbers as plain decimals", () => {
    const read = (latitude: unknown, longitude: unknown) => {
      const body = createFixedLocationRequest.parse({ ...place, latitude, longitude });
      return [body.latitude, body.longitude];
    };
    expect(read("-26.1234500", "28")).toEqual(["-26.1234500", "28"]);
    expect(read(-26.12345, 28.1)).toEqual(["-26.12345", "28.1"]);
    expect(read(1e-7, -0)).toEqual(["0.0000001", "0"]);
    expect(read(90, -180)).toEqual(["90", "-180"]);
  });

  test("names all that is missing at once", () => {
    expect(refusals(createFixedLocationRequest, {})).toEqual([
      "externalReferenceId",
      "latitude",
      "longitude",
      "locationIdentifier",
    ]);
    for (const body of [undefined, null, [], "text", 5])
      expect(refusals(createFixedLocationRequest, body)).toEqual(["body"]);
  });
});

/** A bad value of each member and why it can't be kept; the two requests refuse the same. */
const badMembers: readonly [member: string, value: unknown][] = [
  ["externalReferenceId", "   "],
  ["externalReferenceId", "x".repeat(129)],
  ["externalReferenceId", "\u{1F6A8}".repeat(129)],
  ["externalReferenceId", "nul\0"],
  ["externalReferenceId", "lone \ud83d"],
  ["externalReferenceId", 17],
  ["externalReferenceId", ["STORE-001"]],
  ["locationIdentifier", " \n"],
  ["locationIdentifier", "\0"],
  ["locationIdentifier", 1],
  ["locationIdentifier", "x".repeat(1025)],
  ["name", 1],
  ["name", "\udc00"],
  ["latitude", 91],
  ["latitude", -90.000001],
  ["latitude", "north"],
  ["latitude", "1e1"],
  ["latitude", "12."],
  ["latitude", " "],
  ["latitude", Number.POSITIVE_INFINITY],
  ["latitude", true],
  ["latitude", { degrees: 1 }],
  ["longitude", 180.5],
  ["longitude", "1,5"],
  ["longitude", 1e21],
  ["customerId", 0],
  ["customerId", -1],
  ["customerId", 1.5],
  ["customerId", "1"],
  ["customerId", 2 ** 53],
  ["customerId", Number.POSITIVE_INFINITY],
  ["calloutLocationTypeId", 0],
  ["calloutLocationTypeId", 7],
  ["calloutLocationTypeId", "3"],
  ["locationDescription", "x".repeat(1025)],
  ["locationDescription", false],
  ["locationAdditionalInformation", "\0"],
  ["locationAdditionalInformation", "x".repeat(4097)],
  ["formattedAddress", { street: "Long" }],
  ["address", "\ud800x"],
  ["w3w", 3],
  ["w3w", "x".repeat(257)],
  ["duressCode", 1234],
  ["duressCode", "x".repeat(65)],
];

describe.each([
  ["create", createFixedLocationRequest],
  ["update", updateFixedLocationRequest],
])("a %s", (_name, schema) => {
  test.each(badMembers)("is refused for %s: %j, naming it alone", (member, value) => {
    expect(refusals(schema, { ...place, [member]: value })).toEqual([member]);
  });

  test("names every bad member", () => {
    expect(refusals(schema, { ...place, latitude: 91, w3w: 3, customerId: "1" }).toSorted()).toEqual([
      "customerId",
      "latitude",
      "w3w",
    ]);
  });

  test("counts characters, not UTF-16 units", () => {
    const externalReferenceId = "\u{1F6A8}".repeat(128);
    expect(schema.parse({ ...place, externalReferenceId })).toMatchObject({ externalReferenceId });
  });
});

describe("the body of an update", () => {
  test("in the newer shape sets every member, and clears what is absent", () => {
    expect(updateFixedLocationRequest.parse(place)).toEqual({ ...place, ...cleared });
  });

  test("in the newer shape has the required members, or is refused naming them", () => {
    const required = ["externalReferenceId", "latitude", "locationIdentifier", "longitude"];
    expect(refusals(updateFixedLocationRequest, {}).toSorted()).toEqual(required);
    for (const member of required) {
      expect(refusals(updateFixedLocationRequest, { ...place, [member]: undefined })).toEqual([member]);
      expect(refusals(updateFixedLocationRequest, { ...place, [member]: "" })).toEqual([member]);
    }
  });

  test("in the older shape sets what is there, clears the description and keeps the rest", () => {
    const read = updateFixedLocationRequest.parse({
      name: "Long Street Store",
      externalReferenceId: "STORE-001",
    });
    expect(read).toEqual({
      locationIdentifier: "Long Street Store",
      externalReferenceId: "STORE-001",
      locationDescription: null,
    });
  });

  test("in the older shape counts an empty text as absent", () => {
    const read = updateFixedLocationRequest.parse({
      name: "Store",
      locationIdentifier: "",
      w3w: "",
      customerId: null,
      address: "",
    });
    expect(read).toEqual({ locationIdentifier: "Store", locationDescription: null });
  });

  test("in the older shape means the newer name of a member when both are there", () => {
    const read = updateFixedLocationRequest.parse({ name: "Store", address: "old", formattedAddress: "new" });
    expect(read).toEqual({ locationIdentifier: "Store", locationDescription: null, formattedAddress: "new" });
  });

  test("in the older shape is refused for a blank name, and for its bad members alone", () => {
    expect(refusals(updateFixedLocationRequest, { name: "  " })).toEqual(["name"]);
    expect(refusals(updateFixedLocationRequest, { name: 5, latitude: 91 }).toSorted()).toEqual([
      "latitude",
      "name",
    ]);
  });

  test("with both names is in the newer shape", () => {
    expect(updateFixedLocationRequest.parse({ ...place, name: "ignored" })).toEqual({ ...place, ...cleared });
  });
});

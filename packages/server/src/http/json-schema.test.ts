import { optional, pathId } from "@tocsin/wire";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { describingSchema, serializingSchema } from "./json-schema.ts";

const named = z.object({ id: z.int() }).meta({ id: "Named" });

describe("a schema as OpenAPI shows it", () => {
  test("refers to its named parts", () => {
    expect(describingSchema(z.array(named), "output")).toMatchObject({
      items: { $ref: "#/$defs/Named" },
      $defs: { Named: { properties: { id: { type: "integer" } } } },
    });
  });

  test("does not show what a request is forgiven", () => {
    const { properties, required } = describingSchema(
      z.object({ a: optional(z.boolean()), b: z.string() }),
      "input",
    );
    expect(properties).toEqual({ a: { type: "boolean" }, b: { type: "string" } });
    expect(required).toEqual(["b"]);
  });

  test("names formats by name, and limits only where there are some", () => {
    const { properties } = describingSchema(
      z.object({ at: z.iso.datetime(), n: z.int(), id: pathId }),
      "output",
    );
    expect(properties).toEqual({
      at: { type: "string", format: "date-time" },
      n: { type: "integer" },
      id: { type: "integer", minimum: 1 },
    });
  });

  test("lets more members come later", () => {
    expect(describingSchema(z.object({ a: z.string() }), "output")).not.toHaveProperty(
      "additionalProperties",
    );
  });

  test.each([
    ["a text", z.string().nullable(), { type: ["string", "null"] }],
    ["an object", z.object({}).nullable(), { type: ["object", "null"], properties: {} }],
    [
      "one of a few texts",
      z.enum(["a"]).nullable(),
      { anyOf: [{ type: "string", enum: ["a"] }, { type: "null" }] },
    ],
  ])("says that %s may be null in the shortest way that is right", (_what, schema, expected) => {
    expect(describingSchema(schema, "output")).toMatchObject(expected);
  });
});

test("a schema for the serializer stands for itself: nothing in it refers to anything", () => {
  expect(JSON.stringify(serializingSchema(z.array(z.object({ named }))))).not.toContain("$ref");
});

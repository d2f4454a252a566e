import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodePayload } from "./decode-payload.ts";
import type { PayloadField } from "./device-template.ts";
import { encodeSample, samples } from "./testing/payloads.ts";

const decode = (field: PayloadField, bytes: Uint8Array) => decodePayload({ it: field }, bytes);

describe("for any field and any value that fits it", () => {
  test("what a device wrote is read back", () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const { values, problems } = decode(sample.field, encodeSample(sample));
        expect(problems).toEqual([]);
        const { value } = sample;
        const { type, length } = sample.field;
        const read = values.get("it");
        // a short float reads as the shortest decimal that is the same float
        expect(type === "float" && length === 4 ? Math.fround(Number(read)) : read).toBe(
          // there is no -0 in JSON
          value === 0 ? 0 : value,
        );
      }),
      { numRuns: 1_000 },
    );
  });

  test("bytes around it change nothing", () => {
    fc.assert(
      fc.property(samples, fc.uint8Array({ maxLength: 8 }), (sample, more) => {
        const payload = encodeSample(sample);
        const longer = Uint8Array.from([...payload, ...more]).map((byte, index) =>
          index < sample.field.offset ? 0xa5 : byte,
        );
        expect(decode(sample.field, longer)).toEqual(decode(sample.field, payload));
      }),
    );
  });

  test("cut off anywhere it is a problem that says where, and what stands before it is still read", () => {
    fc.assert(
      fc.property(samples, fc.nat(), (sample, cut) => {
        const payload = encodeSample(sample);
        const bytes = payload.subarray(0, cut % payload.length);
        const fields: Record<string, PayloadField> = { it: sample.field };
        if (bytes.length > 0) fields.first = { offset: 0, length: 1, type: "uint" };
        const { values, problems } = decodePayload(fields, bytes);
        expect(problems).toEqual([`ends before it (byte ${payload.length} of ${bytes.length})`]);
        expect(values.get("first")).toBe(bytes[0]);
      }),
    );
  });
});

test("any bytes under any fields: it never throws, and each field is a value or a problem", () => {
  const fields = fc.dictionary(
    fc.stringMatching(/^[a-z]{1,8}$/),
    samples.map(({ field }) => field),
  );
  fc.assert(
    fc.property(fields, fc.uint8Array({ maxLength: 64 }), (given, bytes) => {
      const { values, problems } = decodePayload(given, bytes);
      expect(values.size + problems.length).toBe(Object.keys(given).length);
      for (const value of values.values())
        expect(Number.isFinite(value) || typeof value === "string").toBe(true);
    }),
  );
});

const bytes = (...values: number[]) => Uint8Array.from(values);

test.each<[string, PayloadField, Uint8Array, unknown]>([
  ["big endian", { offset: 0, length: 2, type: "uint" }, bytes(1, 2), 0x0102],
  ["little endian", { offset: 0, length: 2, type: "uint", endian: "little" }, bytes(1, 2), 0x0201],
  ["a sign", { offset: 0, length: 2, type: "int" }, bytes(0xff, 0xfe), -2],
  ["a bit", { offset: 0, length: 1, type: "uint", bits: { lowest: 7, count: 1 } }, bytes(0x80), 1],
  ["a signed part", { offset: 0, length: 1, type: "int", bits: { lowest: 2, count: 3 } }, bytes(0b11100), -1],
  [
    "a scale without dust",
    { offset: 0, length: 4, type: "int", scale: 1e-7 },
    bytes(0xf0, 0x72, 0xb3, 0xa8),
    -26.091836,
  ],
  ["a scale and more", { offset: 0, length: 1, type: "uint", scale: 0.5, add: -40 }, bytes(125), 22.5],
  ["a short float", { offset: 0, length: 4, type: "float" }, bytes(0x41, 0xe0, 0xac, 0x08), 28.084],
  ["hex from the end", { offset: 0, length: 2, type: "hex", endian: "little" }, bytes(0xab, 0x0c), "0cab"],
  ["text up to its end", { offset: 0, length: 4, type: "text" }, bytes(0x53, 0x4f, 0, 0x53), "SO"],
  ["a value that means none", { offset: 0, length: 1, type: "uint", none: [255] }, bytes(255), undefined],
  [
    "an integer beyond what a number holds",
    { offset: 0, length: 8, type: "uint" },
    bytes(1, 0, 0, 0, 0, 0, 0, 1),
    undefined,
  ],
  ["a float that is no number", { offset: 0, length: 4, type: "float" }, bytes(0x7f, 0xc0, 0, 0), undefined],
  ["a float that is none for its length", { offset: 0, length: 3, type: "float" }, bytes(0, 0, 0), undefined],
])("%s", (_title, field, payload, value) => {
  expect(decode(field, payload).values.get("it")).toBe(value);
});

import fc from "fast-check";
import type { PayloadField } from "../device-template.ts";

/** A field, and a value that a device puts into it. */
export interface Sample {
  readonly field: PayloadField;
  readonly value: number | string;
}

const endian = fc.constantFrom("big", "little", undefined);
const offset = fc.nat({ max: 40 });

const integers: fc.Arbitrary<Sample> = fc
  .record({
    offset,
    endian,
    type: fc.constantFrom("uint" as const, "int" as const),
    length: fc.integer({ min: 1, max: 8 }),
    bits: fc.option(fc.record({ lowest: fc.nat({ max: 63 }), count: fc.integer({ min: 1, max: 53 }) }), {
      nil: undefined,
    }),
    part: fc.maxSafeNat(),
  })
  .map(({ bits, part, ...field }) => {
    const width = 8 * field.length;
    const lowest = Math.min(bits?.lowest ?? 0, width - 1);
    const count = Math.min(bits?.count ?? width, width - lowest);
    // bits of a part, then its sign: within what a number holds exactly
    const kept = BigInt.asUintN(Math.min(count, 53), BigInt(part));
    const value = Number(field.type === "int" ? BigInt.asIntN(Math.min(count, 53), kept) : kept);
    return { field: { ...field, bits: bits && { lowest, count } }, value };
  });

const floats: fc.Arbitrary<Sample> = fc
  .record({
    offset,
    endian,
    double: fc.boolean(),
    value: fc.double({ noNaN: true, noDefaultInfinity: true }),
  })
  .map(({ double, value, ...field }) => ({
    field: { ...field, type: "float" as const, length: double ? 8 : 4 },
    value: double ? value : Math.fround(Math.max(-3e38, Math.min(3e38, value))),
  }));

const texts: fc.Arbitrary<Sample> = fc
  .record({ offset, length: fc.integer({ min: 1, max: 12 }), text: fc.stringMatching(/^[ -~]{0,12}$/) })
  .map(({ text, ...field }) => ({
    field: { ...field, type: "text" as const },
    value: text.slice(0, field.length),
  }));

export const samples: fc.Arbitrary<Sample> = fc.oneof(integers, floats, texts);

/** The bytes that a device sends: the value in its place, zeros before it. Written without a look at the decoder. */
export function encodeSample({ field, value }: Sample): Uint8Array {
  const payload = new Uint8Array(field.offset + field.length);
  const bytes = typeof value === "string" ? encodeText(value, field) : encodeNumber(value, field);
  payload.set(field.endian === "little" && field.type !== "text" ? bytes.toReversed() : bytes, field.offset);
  return payload;
}

function encodeText(text: string, { length }: PayloadField): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
  return bytes;
}

function encodeNumber(value: number, { type, length, bits }: PayloadField): Uint8Array {
  const view = new DataView(new ArrayBuffer(8));
  if (type === "float") {
    if (length === 4) view.setFloat32(0, value);
    else view.setFloat64(0, value);
    return new Uint8Array(view.buffer, 0, length);
  }
  const { lowest, count } = bits ?? { lowest: 0, count: 8 * length };
  view.setBigUint64(0, BigInt.asUintN(64, BigInt.asUintN(count, BigInt(value)) << BigInt(lowest)));
  return new Uint8Array(view.buffer, 8 - length, length);
}

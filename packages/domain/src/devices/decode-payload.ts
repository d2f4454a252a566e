import { convertValue } from "./convert-value.ts";
import { encodeHex } from "./decode-hex.ts";
import type { DeviceValue, PayloadField } from "./device-template.ts";

export interface DecodedPayload {
  /** The fields that could be read, by name. */
  readonly values: ReadonlyMap<string, DeviceValue>;
  /** Why others could not. */
  readonly problems: readonly string[];
}

/** Reads every field that the bytes hold. It never throws, and one field that is cut off does not spoil the others. */
export function decodePayload(
  fields: Readonly<Record<string, PayloadField>>,
  bytes: Uint8Array,
): DecodedPayload {
  const values = new Map<string, DeviceValue>();
  const problems: string[] = [];
  for (const [name, field] of Object.entries(fields)) {
    const end = field.offset + field.length;
    const sent = end <= bytes.length ? decodeField(field, bytes.subarray(field.offset, end)) : undefined;
    const value = sent === undefined ? undefined : convertValue(sent, field);
    if (value !== undefined) values.set(name, value);
    else if (end > bytes.length) problems.push(`ends before ${name} (byte ${end} of ${bytes.length})`);
    else if (sent === undefined) problems.push(`holds no number that is a ${name}`);
  }
  return { values, problems };
}

/** @param bytes of this field alone. Undefined: the bytes are no value of this type, such as a float that is no number */
function decodeField(field: PayloadField, bytes: Uint8Array): DeviceValue | undefined {
  const ordered = field.endian === "little" ? bytes.toReversed() : bytes;
  switch (field.type) {
    case "text":
      return readText(bytes);
    case "hex":
      return encodeHex(ordered);
    case "float":
      return readFloat(ordered);
    case "uint":
    case "int":
      return readInteger(field, ordered);
  }
}

/** Integers beyond 2^53 are no numbers here: half a serial would be worse than none. */
function readInteger({ type, bits }: PayloadField, bytes: Uint8Array): number | undefined {
  const whole = bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);
  const { lowest, count } = bits ?? { lowest: 0, count: 8 * bytes.length };
  const part = BigInt.asUintN(count, whole >> BigInt(lowest));
  const value = Number(type === "int" ? BigInt.asIntN(count, part) : part);
  return Number.isSafeInteger(value) ? value : undefined;
}

function readFloat(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length !== 4 && bytes.length !== 8) return undefined;
  const value = bytes.length === 4 ? shortest(view.getFloat32(0)) : view.getFloat64(0);
  return Number.isFinite(value) ? value : undefined;
}

/** The shortest decimal that is this 32-bit float: 28.084 and not 28.083999633789062. */
function shortest(value: number): number {
  for (let digits = 1; digits <= 9; digits++) {
    const candidate = Number(value.toPrecision(digits));
    if (Math.fround(candidate) === value) return candidate;
  }
  return value;
}

/** ASCII up to the first NUL; what is no printable character is left out. */
function readText(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  const codes = Array.from(end === -1 ? bytes : bytes.subarray(0, end));
  return codes
    .filter((code) => code >= 0x20 && code < 0x7f)
    .map((code) => String.fromCharCode(code))
    .join("");
}

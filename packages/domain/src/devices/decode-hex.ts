export interface DecodedHex {
  /** All whole bytes before the first character that is no hexadecimal digit. */
  readonly bytes: Uint8Array;
  /** Null when the text is nothing but whole bytes. */
  readonly problem: string | null;
}

/** Reads `0a1B…` into bytes. It never throws: an alarm may stand in what can be read of a damaged payload. */
export function decodeHex(text: string): DecodedHex {
  const digits = /^[0-9a-f]*/i.exec(text)?.[0] ?? "";
  const bytes = new Uint8Array(digits.length >> 1);
  for (let index = 0; index < bytes.length; index++)
    bytes[index] = Number.parseInt(digits.slice(2 * index, 2 * index + 2), 16);
  return { bytes, problem: problemOf(text, digits.length) };
}

function problemOf(text: string, digits: number): string | null {
  if (digits < text.length) return `must be hexadecimal (character ${digits + 1} is not)`;
  return digits % 2 === 0 ? null : `must have two digits for each byte (there are ${digits})`;
}

export function encodeHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

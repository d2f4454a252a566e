import { z } from "zod";

/**
 * The building blocks of requests. Tolerant in: unknown members are ignored and `""` (or null) counts as absent for an
 * optional member. Not tolerant of what can't be kept: NUL, lone surrogates, numbers beyond 2^53 (panic-v2 §1.2).
 */

/**
 * Text that every database, log and screen can hold: at most `maxLength` characters, well-formed, without NUL. Characters
 * are code points, as in JSON Schema and as the contract counts them (128 may be 1,536 when percent-encoded: 12 each).
 */
export function text(maxLength: number) {
  return z
    .string()
    .refine((value) => !isLonger(value, maxLength), `must be at most ${maxLength} characters long`)
    .refine((value) => value.isWellFormed(), "must be well-formed Unicode (it holds a lone surrogate)")
    .refine((value) => !value.includes("\0"), "must not hold a NUL character")
    .meta({ maxLength });
}

function isLonger(value: string, maxLength: number): boolean {
  // a code point is one or two UTF-16 units: most texts need no counting
  if (value.length <= maxLength) return false;
  return value.length > 2 * maxLength || [...value].length > maxLength;
}

/** Text that says something: not empty, not only white space. */
export function requiredText(maxLength: number) {
  return text(maxLength).refine((value) => value.trim() !== "", "must not be blank");
}

/** A JSON integer. zod would ask whoever sends text for "a number", and only then for a whole one. */
export const integer = z.int({
  error: ({ code, input }) => {
    if (code !== "invalid_type") return undefined;
    return input === undefined ? "is required (an integer)" : "must be an integer";
  },
});

/** An identifier: a JSON integer from 1 to 2^53 - 1. */
export const id = integer.min(1);

/** The same in a path, where everything is text. */
export const pathId = z
  .string()
  .regex(/^[0-9]{1,16}$/, "must be an integer from 1 to 9007199254740991")
  .transform(Number)
  .pipe(id);

/** A UUID in a path, whatever the case of its letters. */
export const pathUuid = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, "must be a UUID")
  .transform((uuid) => uuid.toLowerCase());

/** A member that may be absent; `""` and null count as absent. */
export function optional<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => (value === "" || value === null ? undefined : value), schema.optional());
}

/** ISO 8601 in UTC, ending in `Z`. */
export const instant = z.iso.datetime();

/** An instant that is asked for; what is finer than a millisecond is cut off, so a filter is never too narrow. */
export const moment = z.iso
  .datetime({
    offset: true,
    error: "must be an ISO 8601 date and time with Z or an offset, such as 2024-06-10T14:45:00Z",
  })
  .transform((value) => new Date(value))
  .refine(
    (date) => date.getUTCFullYear() >= 1 && date.getUTCFullYear() <= 9999,
    "must lie in the years 0001 to 9999",
  );

/** WGS 84 decimal degrees as the partner wrote them, kept as text. Numbers are accepted. */
function degrees(limit: number) {
  const expected = `must be decimal degrees from -${limit} to ${limit}`;
  return z
    .union([z.string().max(40), z.number()], {
      error: ({ input }) =>
        input === undefined ? `is required (decimal degrees from -${limit} to ${limit})` : expected,
    })
    .transform((value) => (typeof value === "number" ? plainDecimal(value) : value.trim()))
    .refine(
      (value) => /^[+-]?\d{1,3}(\.\d{1,30})?$/.test(value) && Math.abs(Number(value)) <= limit,
      expected,
    );
}

/** `1e-7` is a number a client may send, but no decimal text. */
function plainDecimal(value: number): string {
  const written = String(value);
  return written.includes("e") ? value.toFixed(20).replace(/\.?0+$/, "") : written;
}

export const latitudeText = degrees(90);
export const longitudeText = degrees(180);

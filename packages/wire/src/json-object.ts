import { z } from "zod";

/** Bytes of JSON in UTF-16 units: what somebody types about a person, and no photo of them. */
const longest = 65_536;

/** A JSON object of the partner's own, kept as it is. Its text, names included, must be such as can be kept. */
export const jsonObject = z
  .record(z.string(), z.unknown(), { error: "must be a JSON object" })
  .refine((value) => isKeepable(value), "must hold well-formed Unicode without NUL characters")
  .refine(
    (value) => JSON.stringify(value).length <= longest,
    `must be at most ${longest} characters of JSON`,
  );

/** Ends: a body nests 32 levels at most. */
function isKeepable(value: unknown): boolean {
  if (typeof value === "string") return value.isWellFormed() && !value.includes("\0");
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(([name, member]) => isKeepable(name) && isKeepable(member));
}

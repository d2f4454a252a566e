/** A JSON object, whatever it holds; for bodies that are looked at as they came. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

import { describeIssues } from "@tocsin/wire";
import type { z } from "zod";
import { type FieldError, invalidMembers } from "../errors.ts";
import type { Operation } from "./route.ts";

interface Raw {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

/**
 * Checks path, query and body together, so that a 400 names every bad member at once.
 * @param found what is known to be wrong beside the schemas
 */
export function validate(operation: Operation, raw: Raw, found: readonly FieldError[]): Raw {
  const wrong: FieldError[] = [...found];
  const check = (schema: z.ZodType | undefined, value: unknown): unknown => {
    if (!schema) return undefined;
    const result = schema.safeParse(value, { reportInput: true });
    if (result.success) return result.data;
    wrong.push(...describeIssues(result.error.issues));
    return undefined;
  };
  const params = check(operation.params, raw.params);
  const query = check(operation.query, raw.query);
  const body = check(operation.body, raw.body);
  if (wrong.length > 0) throw invalidMembers(wrong);
  return { params, query, body };
}

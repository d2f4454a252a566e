import type { ErrorCode } from "../errors.ts";
import { accessRules } from "./access/rules.ts";
import { honoursIdempotencyKey, type Operation } from "./route.ts";

/** Every code an operation can answer: its own, and those that follow from what it takes. */
export function possibleErrors(operation: Operation): readonly ErrorCode[] {
  const { access, params, query, body, upload, multipart, errors } = operation;
  const keyed = honoursIdempotencyKey(operation);
  const codes: readonly (ErrorCode | false)[] = [
    ...errors,
    Boolean(params ?? query ?? body ?? keyed) && "invalid-request",
    body !== undefined && !upload && !multipart && "malformed-json",
    ...accessRules[access].errors,
    keyed && "idempotency-key-in-use",
    keyed && "idempotency-key-reused",
    body !== undefined && "body-too-large",
    body !== undefined && "unsupported-media-type",
    "internal-error",
    "unavailable",
  ];
  return [...new Set(codes.filter((code) => code !== false))];
}

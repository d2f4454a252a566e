/** One registry of every error a client can meet. The code is stable; `docs/errors/<code>.md` explains each. */
export const errorCodes = {
  "invalid-request": 400,
  "malformed-json": 400,
  "unknown-reference": 400,
  unauthorized: 401,
  "not-found": 404,
  "client-id-taken": 409,
  "reference-taken": 409,
  "location-in-use": 409,
  "callout-state": 409,
  "idempotency-key-in-use": 409,
  "idempotency-key-reused": 409,
  "body-too-large": 413,
  "unsupported-media-type": 415,
  "too-many-attempts": 429,
  "internal-error": 500,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof errorCodes;

export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** An error whose message a client may read: what was wrong, where, and what would be right. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fields: readonly FieldError[] | undefined;
  /** When the same request may be sent again. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: ErrorCode,
    publicMessage: string,
    options?: { cause?: unknown; fields?: readonly FieldError[]; retryAfterSeconds?: number },
  ) {
    super(publicMessage, options?.cause === undefined ? undefined : { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.fields = options?.fields;
    this.retryAfterSeconds = options?.retryAfterSeconds;
  }

  get status(): number {
    return errorCodes[this.code];
  }
}

/** The 400 for one bad member. */
export function invalid(field: string, message: string): AppError {
  return new AppError("invalid-request", `${field} ${message}`, { fields: [{ field, message }] });
}

export function notFound(what: string): AppError {
  return new AppError("not-found", `${what} was not found.`);
}

/** One registry of every error a client can meet. The code is stable; `docs/errors/<code>.md` explains each. */
export const errorCodes = {
  "invalid-request": 400,
  "malformed-json": 400,
  "unknown-reference": 400,
  unauthorized: 401,
  forbidden: 403,
  "house-account": 403,
  "password-change-required": 403,
  "subscription-required": 403,
  "not-found": 404,
  "client-id-taken": 409,
  "reference-taken": 409,
  "location-in-use": 409,
  "lead-state": 409,
  "mobile-taken": 409,
  "customer-in-use": 409,
  "subscription-active": 409,
  "subscription-ended": 409,
  "subscription-full": 409,
  "device-serial-taken": 409,
  "signup-state": 409,
  "callout-state": 409,
  "responder-unfit": 409,
  "username-taken": 409,
  "last-admin": 409,
  "login-taken": 409,
  "supplier-name-taken": 409,
  "responder-assigned": 409,
  "offer-over": 409,
  "assignment-state": 409,
  "too-many-photos": 409,
  "visit-state": 409,
  "off-duty": 409,
  "idempotency-key-in-use": 409,
  "idempotency-key-reused": 409,
  "body-too-large": 413,
  "unsupported-media-type": 415,
  "too-many-attempts": 429,
  "too-many-requests": 429,
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
  /** Members of the answer beside the message, where the contract names some. */
  readonly members: Readonly<Record<string, string>> | undefined;

  constructor(
    code: ErrorCode,
    publicMessage: string,
    options?: {
      cause?: unknown;
      fields?: readonly FieldError[];
      retryAfterSeconds?: number;
      members?: Readonly<Record<string, string>>;
    },
  ) {
    super(publicMessage, options?.cause === undefined ? undefined : { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.fields = options?.fields;
    this.retryAfterSeconds = options?.retryAfterSeconds;
    this.members = options?.members;
  }

  get status(): number {
    return errorCodes[this.code];
  }
}

/** The 400 for one bad member. */
export function invalid(field: string, message: string): AppError {
  return invalidMembers([{ field, message }]);
}

/** The 400 that names every bad member. */
export function invalidMembers(fields: readonly FieldError[]): AppError {
  const message = fields.map(({ field, message }) => `${field} ${message}`).join("; ");
  return new AppError("invalid-request", message, { fields });
}

export function notFound(what: string): AppError {
  return new AppError("not-found", `${what} was not found.`);
}

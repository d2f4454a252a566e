/** A member of the request that is wrong, and what would be right. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/**
 * What a call is rejected with when the server refuses it. When no answer came at all, the error is fetch's own.
 *
 * @example
 * try {
 *   await client.createFixedLocationCallout({ externalReferenceId: "STORE-001", body: { responseTypeId: 9 } });
 * } catch (error) {
 *   if (error instanceof TocsinError && error.status === 400) console.log(error.fields);
 * }
 */
export class TocsinError extends Error {
  override readonly name = "TocsinError";
  /** HTTP status. */
  readonly status: number;
  /** Stable; each has a page in docs/errors. Null when what answered is no server of this API. */
  readonly code: string | null;
  /** Every member of the request that is wrong; empty but for a 400. */
  readonly fields: readonly FieldProblem[];
  /** Names this answer in the server's log. */
  readonly requestId: string | null;

  constructor(answer: {
    readonly status: number;
    readonly headers: Headers;
    readonly body: unknown;
  }) {
    const { status, headers, body } = answer;
    const said = isObject(body) && typeof body.message === "string" ? body.message : null;
    super(said ?? `The server answered ${status}.`);
    this.status = status;
    this.code = headers.get("x-error-code");
    this.fields = isObject(body) && Array.isArray(body.errors) ? (body.errors as FieldProblem[]) : [];
    this.requestId = headers.get("x-request-id");
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

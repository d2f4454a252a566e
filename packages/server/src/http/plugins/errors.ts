import type { ErrorAnswer } from "@tocsin/wire";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { AppError, type ErrorCode } from "../../errors.ts";

/** Seconds after which a client may try again when the database was away. */
const retryAfterSeconds = 1;

/** What Fastify refuses on its own: the code, the words, and for a 400 where it was wrong. */
const libraryErrors: Record<string, [code: ErrorCode, message: string, field?: string]> = {
  FST_ERR_CTP_BODY_TOO_LARGE: [
    "body-too-large",
    "The body is larger than this operation takes (1 MiB unless documented otherwise).",
  ],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ["unsupported-media-type", "Send the body as application/json."],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [
    "invalid-request",
    "Content-Length does not match the body.",
    "Content-Length",
  ],
  FST_ERR_CTP_EMPTY_JSON_BODY: ["malformed-json", "The body is empty.", "body"],
  FST_ERR_BAD_URL: ["invalid-request", "The path is not valid percent-encoded UTF-8.", "path"],
  FST_ERR_MAX_PARAM_LENGTH: ["invalid-request", "A path segment is longer than 2,048 bytes.", "path"],
};

/** The one place that knows how an error becomes an answer (panic-v2 §1.7). */
export function errorAnswers(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => sendError(toAppError(error), request, reply));
  app.setNotFoundHandler((request, reply) =>
    sendError(
      new AppError("not-found", `There is no ${request.method} ${request.url.split("?")[0]} here.`),
      request,
      reply,
    ),
  );
}

/** A path that can't be decoded or is too long is refused before routing, so before any hook has run. */
export function refuseUnroutable(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  void reply.header("x-request-id", request.id);
  sendError(toAppError(error), request, reply);
}

function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const known = libraryErrors[code];
  if (known) return libraryError(known, error);
  const status = error instanceof Error && "statusCode" in error ? Number(error.statusCode) : 500;
  if (status >= 400 && status < 500)
    return new AppError("invalid-request", (error as Error).message, { cause: error });
  return new AppError(
    "internal-error",
    "Something went wrong on our side. The request id names it in the log.",
    { cause: error },
  );
}

function libraryError([code, message, field]: (typeof libraryErrors)[string], cause: unknown): AppError {
  return new AppError(code, message, { cause, ...(field ? { fields: [{ field, message }] } : {}) });
}

function sendError(error: AppError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error.status >= 500) request.log.error({ err: error.cause ?? error, code: error.code }, error.message);
  void reply.code(error.status).header("x-error-code", error.code).type("application/json; charset=utf-8");
  const retryAfter =
    error.retryAfterSeconds ?? (error.code === "unavailable" ? retryAfterSeconds : undefined);
  if (retryAfter !== undefined) void reply.header("retry-after", retryAfter);
  if (error.status === 401) void reply.header("www-authenticate", 'Bearer realm="panic-api"');
  return reply.serializer(JSON.stringify).send(errorBody(error));
}

export function errorBody(error: AppError): ErrorAnswer {
  const { message, members, fields } = error;
  return { message, ...members, ...(fields ? { errors: [...fields] } : {}) };
}
